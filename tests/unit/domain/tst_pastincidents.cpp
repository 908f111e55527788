#include "app/domain/pastincidents.h"

#include <QRandomGenerator>
#include <QTest>

using namespace quarterdeck;

namespace {

using Groups = std::vector<std::vector<std::size_t>>;

/// Minutes as times.
UtcTime at(int minutes)
{
    return {1'795'255'200'000 + minutes * 60'000LL};
}

Alert alertOf(const QString &source, const QString &id, const QString &title = QStringLiteral("High latency"))
{
    Alert alert;
    alert.key = {source, id};
    alert.title = title;
    alert.service = QStringLiteral("checkout");
    return alert;
}

/// `to` of 0: it goes on.
PastFiring fired(const Alert &alert, int from, int to)
{
    return {alert.key, alert.title, alert.service, at(from), to == 0 ? UtcTime {} : at(to), joinNames(alert)};
}

const QString Am = QStringLiteral("am");
const QString Pd = QStringLiteral("pd");

} // namespace

/// Which firings of the past count as one incident.
class TestPastIncidents : public QObject {
    Q_OBJECT

private slots:
    void nothingIsJoinedOfOneSource()
    {
        const std::vector firings {fired(alertOf(Am, QStringLiteral("a")), 0, 10), fired(alertOf(Am, QStringLiteral("b")), 1, 10)};
        QVERIFY(pastIncidents(firings, {}).empty());
        QVERIFY(pastIncidents({}, {}).empty());
    }

    void sameServiceTitleAndTime()
    {
        const Alert am = alertOf(Am, QStringLiteral("a"));
        const Alert pd = alertOf(Pd, QStringLiteral("Q1"), QStringLiteral("high LATENCY"));
        QCOMPARE(pastIncidents(std::vector {fired(am, 0, 10), fired(pd, 5, 30)}, {}), (Groups {{0, 1}}));
        QVERIFY(pastIncidents(std::vector {fired(am, 0, 10), fired(pd, 6, 30)}, {}).empty());
        // Over before the other began.
        QVERIFY(pastIncidents(std::vector {fired(am, 0, 1), fired(pd, 2, 30)}, {}).empty());
    }

    void aLabelSaysOtherwise()
    {
        Alert am = alertOf(Am, QStringLiteral("a"));
        Alert pd = alertOf(Pd, QStringLiteral("Q1"));
        am.labels = Labels {{QStringLiteral("cluster"), QStringLiteral("eu")}, {QStringLiteral("severity"), QStringLiteral("critical")}};
        pd.labels = Labels {{QStringLiteral("cluster"), QStringLiteral("us")}, {QStringLiteral("severity"), QStringLiteral("high")}};
        QVERIFY(pastIncidents(std::vector {fired(am, 0, 0), fired(pd, 1, 0)}, {}).empty());
        pd.labels = Labels {{QStringLiteral("cluster"), QStringLiteral("eu")}, {QStringLiteral("severity"), QStringLiteral("high")}};
        QCOMPARE(pastIncidents(std::vector {fired(am, 0, 0), fired(pd, 1, 0)}, {}), (Groups {{0, 1}}));
    }

    /// A name in common counts however far apart they began.
    void aNameInCommon()
    {
        const Alert am = alertOf(Am, QStringLiteral("0123456789abcdef"));
        Alert pd = alertOf(Pd, QStringLiteral("Q1"), QStringLiteral("Something else"));
        pd.correlation = am.key.id;
        QCOMPARE(pastIncidents(std::vector {fired(am, 0, 0), fired(pd, 60, 90)}, {}), (Groups {{0, 1}}));
    }

    void aPageInCommon()
    {
        Alert am = alertOf(Am, QStringLiteral("a"));
        Alert pd = alertOf(Pd, QStringLiteral("Q1"), QStringLiteral("Something else"));
        am.generatorUrl = QStringLiteral("https://prom.example/graph?g0.expr=up");
        pd.links = {{QStringLiteral("source"), am.generatorUrl}};
        QCOMPARE(pastIncidents(std::vector {fired(am, 0, 100), fired(pd, 60, 90)}, {}), (Groups {{0, 1}}));
    }

    /// Two of one source could be meant: rather twice than one for another.
    void nobodyGuesses()
    {
        const std::vector firings {fired(alertOf(Am, QStringLiteral("a")), 0, 0), fired(alertOf(Am, QStringLiteral("b")), 1, 0),
            fired(alertOf(Pd, QStringLiteral("Q1")), 2, 0)};
        QVERIFY(pastIncidents(firings, {}).empty());
    }

    /// One page of a pager for an alert that came and went is one incident.
    void anAlertThatFlaps()
    {
        const Alert am = alertOf(Am, QStringLiteral("a"));
        Alert pd = alertOf(Pd, QStringLiteral("Q1"));
        pd.correlation = am.key.id;
        QCOMPARE(pastIncidents(std::vector {fired(am, 0, 5), fired(pd, 1, 60), fired(am, 10, 20), fired(am, 90, 95)}, {}), (Groups {{0, 1, 2}}));
    }

    void whatAPersonSaidCounts()
    {
        const Alert am = alertOf(Am, QStringLiteral("a"));
        const Alert pd = alertOf(Pd, QStringLiteral("Q1"));
        const Alert other = alertOf(Am, QStringLiteral("b"), QStringLiteral("Disk full"));
        JoinDecision parted {am.key, pd.key, false, QStringLiteral("ana"), at(3)};
        QVERIFY(pastIncidents(std::vector {fired(am, 0, 0), fired(pd, 1, 0)}, std::vector {parted}).empty());
        const JoinDecision joined {other.key, am.key, true, QStringLiteral("ana"), at(3)};
        QCOMPARE(pastIncidents(std::vector {fired(am, 0, 0), fired(other, 200, 0)}, std::vector {joined}), (Groups {{0, 1}}));
        JoinDecision again = parted;
        again.areOne = true;
        QCOMPARE(pastIncidents(std::vector {fired(am, 0, 0), fired(pd, 1, 0)}, std::vector {parted, again}), (Groups {{0, 1}}));
    }

    /// The order of the list has no part in it, and a storm of one name ends soon.
    void orderDoesNotMatter()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            std::vector<PastFiring> firings;
            for (int i = 0; i < 12; ++i) {
                Alert alert = alertOf(i % 3 == 0 ? Am
                        : i % 3 == 1             ? Pd
                                                 : QStringLiteral("ici"),
                    QString::number(random.bounded(4)), QStringLiteral("rule %1").arg(random.bounded(3)));
                alert.correlation = random.bounded(3) == 0 ? QString::number(random.bounded(4)) : QString();
                const int from = i * 2;
                firings.push_back(fired(alert, from, from + 1 + random.bounded(20)));
            }
            const auto named = [](const std::vector<PastFiring> &list) {
                QSet<QStringList> found;
                for (const auto &group : pastIncidents(list, {})) {
                    QStringList members;
                    for (const std::size_t place : group) {
                        members += list[place].alert.toString() + QString::number(list[place].begun.ms);
                    }
                    found.insert(members);
                }
                return found;
            };
            std::vector<PastFiring> shuffled = firings;
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QCOMPARE(named(shuffled), named(firings));
        }
        std::vector<PastFiring> storm;
        for (int i = 0; i < 20'000; ++i) {
            storm.push_back(fired(alertOf(i % 2 == 0 ? Am : Pd, QString::number(i)), 0, 0));
        }
        QVERIFY(pastIncidents(storm, {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestPastIncidents)
#include "tst_pastincidents.moc"
