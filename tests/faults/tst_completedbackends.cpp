#include "app/bootstrap/configcheck.h"
#include "app/store/adoption.h"

#include <QTest>

using namespace quarterdeck;

namespace {

Config completed(const QByteArray &backends)
{
    auto config = parseConfig("version: 1\nbackends:\n" + backends, QStringLiteral("c.yaml"), QStringLiteral("/etc/qd"));
    if (!config) {
        return {};
    }
    completeBackends(*config);
    return *config;
}

QStringList digestsOf(const QByteArray &keys)
{
    const Config config = completed("- {name: pager, type: pagerduty" + keys + "}\n");
    return config.backends.size() == 1 ? addressOf(config.backends.front()).digests : QStringList();
}

} // namespace

/// What kinds of backends add to their own, and what becomes of one that still lacks something.
class TestCompletedBackends : public QObject {
    Q_OBJECT

private slots:
    void aRegionIsAnAddress()
    {
        const Config config = completed("- {name: pager, type: pagerduty, region: eu, user: ana@acme.example}\n");
        QCOMPARE(config.warnings, QStringList());
        QCOMPARE(config.backends.at(0).urls, std::vector<QUrl> {QUrl(QStringLiteral("https://api.eu.pagerduty.com"))});
    }
    void anotherRegionIsAnotherServer()
    {
        const QStringList us = digestsOf(", region: us");
        QCOMPARE(us.size(), 1);
        QVERIFY(digestsOf(", region: eu") != us);
        // What is stored stays where only the way of writing it has changed.
        QCOMPARE(digestsOf({}), us);
        QCOMPARE(digestsOf(", url: 'https://api.pagerduty.com'"), us);
        QCOMPARE(digestsOf(", region: EU"), digestsOf(", url: 'https://api.eu.pagerduty.com'"));
    }
    void oneThatIsRefusedStaysToBeTold()
    {
        for (const QByteArray &keys : {QByteArray("region: mars"), QByteArray("region: eu, url: 'https://api.pagerduty.com'")}) {
            const Config config = completed("- {name: pager, type: pagerduty, " + keys + "}\n");
            QCOMPARE(config.backends.size(), std::size_t(1));
            QVERIFY(config.omissions.empty());
        }
    }
    void oneWithoutAnAddressIsLeftOut()
    {
        const Config config = completed("- {name: am, type: alertmanager}\n- {name: prom, type: prometheus, url: 'https://p.example'}\n");
        QCOMPARE(config.backends.size(), std::size_t(1));
        QCOMPARE(config.omissions.size(), std::size_t(1));
        QCOMPARE(config.omissions.at(0).backend, QStringLiteral("am"));
        QCOMPARE(config.omissions.at(0).kind, QStringLiteral("alertmanager"));
        QCOMPARE(config.warnings, QStringList(QStringLiteral("c.yaml:3: the backend \"am\" is left out: it has no url")));
    }
    void peopleNeedAPageToSignIn()
    {
        const QByteArray oauth2 = "oauth2: {grant_type: authorization_code, client_id: qd";
        QCOMPARE(completed("- {name: pager, type: pagerduty, region: us, " + oauth2 + "}}\n").warnings, QStringList());
        for (const QByteArray &backend : {"- {name: b, type: pagerduty, region: eu, " + oauth2 + "}}\n",
                 "- {name: b, type: alertmanager, url: 'https://am.example', " + oauth2 + ", token_url: 'https://i/t'}}\n"}) {
            QCOMPARE(completed(backend).warnings,
                QStringList(QStringLiteral("c.yaml:3: the backend \"b\" is left out: its oauth2 needs an authorize_url and a token_url")));
        }
        const Config whole = completed(
            "- {name: b, type: pagerduty, region: eu, " + oauth2 + ", authorize_url: 'https://i/a', token_url: 'https://i/t'}}\n");
        QCOMPARE(whole.warnings, QStringList());
        QCOMPARE(whole.backends.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestCompletedBackends)
#include "tst_completedbackends.moc"
