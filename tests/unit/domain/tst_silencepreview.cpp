#include "app/domain/silencepreview.h"

#include <QTest>

using namespace quarterdeck;

namespace {

Alert alertWith(const Labels &labels)
{
    Alert alert;
    alert.key = {QStringLiteral("am"), labels.toString()};
    alert.labels = labels;
    deriveFields(alert);
    alert.service = labels.value(u"service");
    return alert;
}

Matcher matcher(const char *text)
{
    return *parseMatcher(QString::fromLatin1(text));
}

std::vector<SilencePreview::Warning> warnings(const SilencePreview &preview)
{
    std::vector<SilencePreview::Warning> found;
    for (const SilencePreview::Finding &finding : preview.findings) {
        found.push_back(finding.warning);
    }
    return found;
}

bool has(const SilencePreview &preview, SilencePreview::Warning warning)
{
    const auto all = warnings(preview);
    return std::find(all.begin(), all.end(), warning) != all.end();
}

} // namespace

class TestSilencePreview : public QObject {
    Q_OBJECT

private slots:
    void silencePreviewCountsAndWarns()
    {
        const auto labels = [](const char *name, const char *service, int i) {
            return Labels {{QStringLiteral("alertname"), QString::fromLatin1(name)}, {QStringLiteral("service"), QString::fromLatin1(service)},
                {QStringLiteral("pod"), QString::number(i)}};
        };
        std::vector<Alert> alerts;
        for (int i = 0; i < 8; ++i) {
            alerts.push_back(alertWith(labels("Disk", i < 6 ? "node" : "db", i)));
        }
        alerts.push_back(alertWith(labels("Disk", "node", 99)));
        alerts.back().state = AlertState::Resolved;
        alerts.push_back(alertWith(labels("Disk", "node", 98)));
        alerts.back().key.source = QStringLiteral("other");
        std::vector<const Alert *> all;
        for (const Alert &alert : alerts) {
            all.push_back(&alert);
        }
        const QString source = QStringLiteral("am");
        using Warning = SilencePreview::Warning;

        const SilencePreview node = previewSilence(source, {matcher("alertname=Disk"), matcher("service=node")}, all, {}, 3);
        QCOMPARE(node.total, 6); // open ones of this source only
        QCOMPARE(node.examples.size(), std::size_t(3));
        QVERIFY(node.isAllowed() && node.findings.empty());
        QVERIFY(has(previewSilence(source, {matcher("alertname=Disk")}, all, {}), Warning::TooBroad));
        QVERIFY(has(previewSilence(source, {matcher("pod=1"), matcher("pod=2")}, all, {}), Warning::SameLabelTwice));
        QVERIFY(has(previewSilence(source, {matcher("pod=1000")}, all, {}), Warning::MatchesNothing));
        QVERIFY(!previewSilence(source, {}, all, {}).isAllowed());
        QVERIFY(!previewSilence(source, {matcher("alertname!=Nothing")}, all, {}).isAllowed());
        QVERIFY(!previewSilence(source, {matcher("alertname=~.*")}, all, {}).isAllowed());
        QVERIFY(!previewSilence(source, {Matcher {QStringLiteral("pod"), QStringLiteral("("), true, true}}, all, {}).isAllowed());

        // Every open alert of the source is said; one alone is what was meant.
        QVERIFY(has(previewSilence(source, {matcher("alertname=~.+")}, all, {}), Warning::HitsAll));
        QVERIFY(!has(previewSilence(source, {matcher("alertname=Disk")}, {all[0]}, {}), Warning::HitsAll));
        const SilencePreview none = previewSilence(source, {matcher("pod=1000")}, all, {});
        QVERIFY(none.isAllowed() && none.needsConsent());
        QVERIFY(!node.needsConsent());
        const SilencePreview absent = previewSilence(source, {matcher("service=node"), matcher("zone!=a")}, all, {});
        QCOMPARE(absent.findings, (std::vector<SilencePreview::Finding> {{Warning::MatchesAbsent, QStringLiteral("zone!=\"a\""), 6}}));
        QVERIFY(absent.isAllowed() && absent.needsConsent());
        // All carry the label now: said, not asked about.
        const SilencePreview named = previewSilence(source, {matcher("service=node"), matcher("pod!=1")}, all, {});
        QCOMPARE(named.findings, (std::vector<SilencePreview::Finding> {{Warning::MatchesAbsent, QStringLiteral("pod!=\"1\""), 0}}));
        QVERIFY(!named.needsConsent());
        // An empty variable of a shell: alerts without the label.
        QVERIFY(previewSilence(source, {matcher("service=node"), matcher("zone=")}, all, {}).needsConsent());
        QCOMPARE(previewSilence(source, {matcher("alertname!=Nothing")}, all, {}).needsConsent(), true);

        Silence wide;
        wide.source = source;
        wide.id = QStringLiteral("s1");
        wide.matchers = {matcher("service=node")};
        Silence expired = wide;
        expired.id = QStringLiteral("s2");
        expired.state = SilenceState::Expired;
        const SilencePreview similar = previewSilence(source, {matcher("service=node"), matcher("pod=1")}, all, {wide, expired});
        QCOMPARE(similar.findings, (std::vector<SilencePreview::Finding> {{Warning::HiddenAlready, QStringLiteral("s1"), 0}}));
        const SilencePreview same = previewSilence(source, {matcher("service=node")}, all, {wide, expired});
        QVERIFY(std::ranges::find(same.findings, SilencePreview::Finding {Warning::SameSilence, QStringLiteral("s1"), 0}) != same.findings.end());
        // One alert of a service and others of none are no two services.
        Alert plain = alerts[0];
        plain.service.clear();
        const std::vector<const Alert *> mixed {&alerts[0], &plain};
        QCOMPARE(previewSilence(source, {matcher("alertname=Disk")}, mixed, {}).services, 1);
        const auto common = commonMatchers({alerts[0], alerts[1]});
        QCOMPARE(common, (std::vector<Matcher> {matcher("alertname=Disk"), matcher("service=node")}));
    }
};

QTEST_GUILESS_MAIN(TestSilencePreview)
#include "tst_silencepreview.moc"
