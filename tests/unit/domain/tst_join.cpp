#include "app/domain/join.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr UtcTime Noon {1'795'262'400'000};
const QString Am = QStringLiteral("am");
const QString Icinga = QStringLiteral("icinga");
const QString Pager = QStringLiteral("pager");

Alert alertOf(const QString &source, const QString &id, const QString &title = {}, const QString &service = {}, int seconds = 0)
{
    Alert alert;
    alert.key = {source, id};
    alert.title = title;
    alert.service = service;
    alert.startsAt = Noon + Millis(seconds * 1000LL);
    return alert;
}

QString textOf(const std::vector<JoinedIncident> &incidents)
{
    QStringList lines;
    for (const JoinedIncident &incident : incidents) {
        QString line = incident.lead.toString();
        for (const JoinedIncident::Follower &follower : incident.followers) {
            line += QStringLiteral(" <%1 %2").arg(joinByName(follower.by), follower.key.toString());
        }
        lines << line;
    }
    return lines.join(QStringLiteral("; "));
}

const QHash<SourceId, VerbSet> Verbs {{Am, VerbSet(Verb::Acknowledge, Verb::Silence)}, {Icinga, VerbSet(Verb::Acknowledge)},
    {Pager, VerbSet(Verb::Acknowledge, Verb::Resolve, Verb::Reassign)}};

QString joined(const std::vector<Alert> &alerts, const std::vector<JoinDecision> &decisions = {})
{
    std::vector<const Alert *> seen;
    for (const Alert &alert : alerts) {
        seen.push_back(&alert);
    }
    return textOf(joinedIncidents(seen, Verbs, decisions));
}

} // namespace

/// Which alerts of several sources count as one incident.
class TestJoin : public QObject {
    Q_OBJECT

private slots:
    void oneNamesTheOther()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"));
        page.correlation = QStringLiteral("web!80:http");
        QCOMPARE(joined({alertOf(Icinga, QStringLiteral("web!80:http")), page, alertOf(Icinga, QStringLiteral("web"))}),
            QStringLiteral("pager:P1 <correlation icinga:web!80:http"));
    }
    void bothHaveOneNameForIt()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"));
        Alert check = alertOf(Icinga, QStringLiteral("web!http"));
        page.correlation = check.correlation = QStringLiteral("dedup");
        QCOMPARE(joined({check, page}), QStringLiteral("pager:P1 <correlation icinga:web!http"));
        check.correlation.clear();
        QCOMPARE(joined({check, page}), QString());
    }
    void anEmptyNameJoinsNothing() { QCOMPARE(joined({alertOf(Am, QStringLiteral("a")), alertOf(Pager, QStringLiteral("b"))}), QString()); }

    void bothLeadToOnePage()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"));
        page.links = {{QStringLiteral("Source"), QStringLiteral("https://prom/graph?g0=x")}};
        Alert alert = alertOf(Am, QStringLiteral("f1"));
        alert.generatorUrl = QStringLiteral("https://prom/graph?g0=x");
        QCOMPARE(joined({alert, page}), QStringLiteral("pager:P1 <link am:f1"));
        // Two of one source lead there: nobody knows which of them is meant.
        Alert second = alert;
        second.key.id = QStringLiteral("f2");
        QCOMPARE(joined({alert, second, page}), QString());
    }
    void bothAreTheSameByTheirWords()
    {
        const Alert page = alertOf(Pager, QStringLiteral("P1"), QStringLiteral("High latency"), QStringLiteral("Checkout"), 300);
        const Alert alert = alertOf(Am, QStringLiteral("f1"), QStringLiteral("high Latency"), QStringLiteral("checkout"));
        QCOMPARE(joined({alert, page}), QStringLiteral("pager:P1 <sameness am:f1"));
        Alert later = page;
        later.startsAt = Noon + Millis(300'001);
        QCOMPARE(joined({alert, later}), QString());
        Alert elsewhere = page;
        Alert here = alert;
        elsewhere.labels = {{QStringLiteral("cluster"), QStringLiteral("us")}, {QStringLiteral("severity"), QStringLiteral("high")}};
        here.labels = {{QStringLiteral("cluster"), QStringLiteral("eu")}, {QStringLiteral("severity"), QStringLiteral("critical")}};
        QCOMPARE(joined({here, elsewhere}), QString());
        elsewhere.labels.insert(QStringLiteral("cluster"), QStringLiteral("eu"));
        QCOMPARE(joined({here, elsewhere}), QStringLiteral("pager:P1 <sameness am:f1"));
        Alert unowned = alert;
        unowned.service.clear();
        Alert other = page;
        other.service.clear();
        QCOMPARE(joined({unowned, other}), QString());
    }
    void surerRulesGoFirst()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"), QStringLiteral("Latency"), QStringLiteral("shop"));
        page.correlation = QStringLiteral("f2");
        const std::vector<Alert> alerts {alertOf(Am, QStringLiteral("f1"), QStringLiteral("Latency"), QStringLiteral("shop")),
            alertOf(Am, QStringLiteral("f2"), QStringLiteral("Errors"), QStringLiteral("shop")), page};
        // By its words it would be the first one, and of one source there is one in an incident.
        QCOMPARE(joined(alerts), QStringLiteral("pager:P1 <correlation am:f2"));
    }
    void threeSourcesBecomeOneIncident()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"), QStringLiteral("Down"), QStringLiteral("shop"));
        page.correlation = QStringLiteral("web!http");
        QCOMPARE(joined({alertOf(Am, QStringLiteral("f1"), QStringLiteral("Down"), QStringLiteral("shop")), page,
                     alertOf(Icinga, QStringLiteral("web!http"), QStringLiteral("http"))}),
            QStringLiteral("pager:P1 <sameness am:f1 <correlation icinga:web!http"));
    }

    void eachReasonIsThatOfTwo()
    {
        // Two accounts have one name for it, and an alert has the words of the second: with the first it has nothing in common.
        Alert first = alertOf(Pager, QStringLiteral("P1"), QStringLiteral("Disk"), QStringLiteral("mail"));
        Alert second = alertOf(Icinga, QStringLiteral("web"), QStringLiteral("Down"), QStringLiteral("shop"), 2'000);
        first.correlation = second.correlation = QStringLiteral("key");
        const Alert alert = alertOf(Am, QStringLiteral("f1"), QStringLiteral("Down"), QStringLiteral("shop"), 1'990);
        const std::vector<const Alert *> alerts {&first, &second, &alert};
        const auto incidents = joinedIncidents(alerts, Verbs, {});
        QCOMPARE(textOf(incidents), QStringLiteral("pager:P1 <sameness am:f1 <correlation icinga:web"));
        QCOMPARE(incidents.front().followers[0].with, second.key);
        QCOMPARE(incidents.front().followers[1].with, first.key);
    }
    void aPersonPartsAndUnites()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"));
        page.correlation = QStringLiteral("f1");
        const std::vector<Alert> alerts {alertOf(Am, QStringLiteral("f1")), alertOf(Am, QStringLiteral("f2")), page};
        const JoinDecision apart {page.key, alerts[0].key, false, QStringLiteral("ana"), Noon};
        QCOMPARE(joined(alerts, {apart}), QString());
        JoinDecision together = apart;
        together.one = alerts[0].key;
        together.other = page.key;
        together.areOne = true;
        QCOMPARE(joined(alerts, {apart, together}), QStringLiteral("pager:P1 <person am:f1"));
        QCOMPARE(joined(alerts, {together, apart}), QString());
        // People may say of two of one source what no rule would.
        QCOMPARE(joined({alerts[0], alerts[1]}, {{alerts[0].key, alerts[1].key, true, {}, {}}}), QStringLiteral("am:f1 <person am:f2"));
        QCOMPARE(joined(alerts, {{alerts[0].key, alerts[1].key, true, {}, {}}}), QStringLiteral("pager:P1 <correlation am:f1 <person am:f2"));
        // A decision about what is not open is none.
        QCOMPARE(joined({alerts[0], page}, {{{Am, QStringLiteral("gone")}, page.key, true, {}, {}}}), QStringLiteral("pager:P1 <correlation am:f1"));
    }
    void whatAPersonPartedIsNotJoinedByAThird()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"), QStringLiteral("Down"), QStringLiteral("shop"));
        page.correlation = QStringLiteral("web!http");
        const Alert check = alertOf(Icinga, QStringLiteral("web!http"), QStringLiteral("Down"), QStringLiteral("shop"));
        const Alert alert = alertOf(Am, QStringLiteral("f1"), QStringLiteral("Down"), QStringLiteral("shop"));
        QCOMPARE(joined({check, page, alert}, {{check.key, alert.key, false, {}, {}}}), QStringLiteral("pager:P1 <correlation icinga:web!http"));
    }

    void theLeadIsTheOneWithWhichMostCanBeDone()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"));
        page.correlation = QStringLiteral("f1");
        page.can = VerbSet(Verb::Acknowledge);
        QCOMPARE(joined({page, alertOf(Am, QStringLiteral("f1"))}), QStringLiteral("am:f1 <correlation pager:P1"));
    }
    void theSameComesOfAnyOrder()
    {
        Alert page = alertOf(Pager, QStringLiteral("P1"), QStringLiteral("Down"), QStringLiteral("shop"), 10);
        page.correlation = QStringLiteral("web!http");
        std::vector<Alert> alerts {alertOf(Am, QStringLiteral("f1"), QStringLiteral("Down"), QStringLiteral("shop"), 5), page,
            alertOf(Icinga, QStringLiteral("web!http"), QStringLiteral("http"))};
        std::ranges::sort(alerts, {}, [](const Alert &alert) { return alert.key.id; });
        const QString first = joined(alerts);
        do {
            QCOMPARE(joined(alerts), first);
        } while (std::ranges::next_permutation(alerts, {}, [](const Alert &alert) { return alert.key.id; }).found);
        QVERIFY(first.count(u'<') == 2);
    }
    void anEarlierOneDecidesWhoIsNear()
    {
        const std::vector<Alert> alerts {alertOf(Am, QStringLiteral("f1"), QStringLiteral("Down"), QStringLiteral("shop"), 240),
            alertOf(Pager, QStringLiteral("P1"), QStringLiteral("Down"), QStringLiteral("shop"), 480),
            alertOf(Icinga, QStringLiteral("web"), QStringLiteral("Down"), QStringLiteral("shop"))};
        QCOMPARE(joined(alerts), QStringLiteral("am:f1 <sameness icinga:web"));
        QCOMPARE(joined({alerts[2], alerts[1], alerts[0]}), joined(alerts));
    }
    void oneSourceAloneJoinsNothing()
    {
        QCOMPARE(joined({alertOf(Am, QStringLiteral("f1"), QStringLiteral("Down"), QStringLiteral("shop")),
                     alertOf(Am, QStringLiteral("f2"), QStringLiteral("Down"), QStringLiteral("shop"))}),
            QString());
        QCOMPARE(joined({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestJoin)
#include "tst_join.moc"
