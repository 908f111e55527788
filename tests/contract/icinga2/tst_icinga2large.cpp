#include "app/sources/icinga2/assemble.h"
#include "app/sources/icinga2/objects.h"
#include "app/sources/icinga2/rights.h"
#include "tests/contract/bench.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::icinga2;

namespace {

const QByteArray Large(9'000'000, 'x');
const QByteArray AllRights = R"({"results":[{"user":"root","version":"r2.13.6-1","permissions":["*"]}]})";

QByteArray list(const QByteArrayList &rows)
{
    return "{\"results\":[" + rows.join(',') + "]}";
}

QByteArray problem(const QByteArray &name, const QByteArray &output)
{
    return R"({"name":"web!)" + name
        + R"(","type":"Service","joins":{},"attrs":{"state":2,"state_type":1,"last_check":1796010865.2,"last_state_change":1796010000.5,)"
          R"("acknowledgement":1,"acknowledgement_expiry":1796099999,"downtime_depth":1,"last_check_result":{"output":")"
        + output + "\"}}}";
}

/// The comment of an acknowledgement (4) or one of a person (1).
QByteArray comment(const QByteArray &name, int type, const QByteArray &text)
{
    return R"({"name":"web!)" + name + R"(!c)" + QByteArray::number(type)
        + R"(","type":"Comment","joins":{},"attrs":{"author":"me","entry_time":1796010886.1,"entry_type":)" + QByteArray::number(type)
        + R"(,"expire_time":1796099999,"host_name":"web","service_name":")" + name + R"(","text":")" + text + "\"}}";
}

QByteArray downtime(const QByteArray &name, const QByteArray &text)
{
    return R"({"name":"web!)" + name + R"(!d","type":"Downtime","joins":{},"attrs":{"author":"me","comment":")" + text
        + R"(","config_owner":"","duration":0,"start_time":1796010000,"end_time":1796099999,"entry_time":1796010000.2,"fixed":true,"host_name":"web",)"
          R"("service_name":")"
        + name + R"(","trigger_time":1796010000.2}})";
}

AlertPage pageOf(const QByteArray &services, const QByteArray &comments, const QByteArray &downtimes)
{
    FirstSeen firstSeen;
    const auto present = assemble(Answers {parseRights(AllRights), parseCheckables(list({}), {}), parseCheckables(services, {}),
                                      parseComments(comments), parseDowntimes(downtimes), parseDependencies(list({})), ServerState {}},
        Judge {QStringLiteral("src"), UtcTime {1'796'011'000'000}, Millis(0)}, firstSeen);
    return present ? present->snapshot : AlertPage {};
}

} // namespace

/// Texts of nine megabytes: what is said is cut and marked, what cannot be kept is named, and the rest goes on.
class TestIcinga2Large : public QObject {
    Q_OBJECT

private slots:
    void anOutputIsCut()
    {
        const AlertPage page = pageOf(list({problem("a", Large), problem("b", "down\\n" + Large), problem("c", "down")}), list({}), list({}));
        QVERIFY2(page.isWhole(), qPrintable(page.trouble() != nullptr ? page.trouble()->what : QString()));
        QCOMPARE(page.alerts.size(), std::size_t(3));
        for (const Alert &alert : page.alerts) {
            QVERIFY(alert.summary.size() < 66'000);
            const QString output = alert.annotations.value(u"output");
            QVERIFY2(alert.key.id == u"web!c" || (output.size() < 66'000 && output.endsWith(QStringLiteral("x… [cut, 9 MB]"))),
                qPrintable(output.right(40)));
        }
        QCOMPARE(page.alerts[1].summary, QStringLiteral("web: down"));
    }
    void aCommentIsCut()
    {
        const AlertPage page = pageOf(
            list({problem("a", "down"), problem("b", "down")}), list({comment("a", 1, Large), comment("b", 1, "seen")}), list({}));
        QVERIFY2(page.isWhole(), qPrintable(page.trouble() != nullptr ? page.trouble()->what : QString()));
        QCOMPARE(page.alerts.size(), std::size_t(2));
        bool isMarked = false;
        for (const Label &label : page.alerts[0].annotations) {
            QVERIFY2(label.value.size() < 66'000, qPrintable(label.name));
            isMarked |= label.value.contains(QStringLiteral("x… [cut, "));
        }
        QVERIFY(isMarked);
    }
    void whatKeepsQuietAndIsTooLargeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("comments");
        QTest::addColumn<QByteArray>("downtimes");
        QTest::addColumn<QString>("named");
        const QByteArray well = list({comment("a", 4, "mine"), comment("b", 4, "mine")});
        QTest::newRow("a downtime") << well << list({downtime("a", Large), downtime("b", "works")}) << QStringLiteral("web!a!d");
        QTest::newRow("an acknowledgement") << list({comment("a", 4, Large), comment("b", 4, "mine")})
                                            << list({downtime("a", "works"), downtime("b", "works")}) << QStringLiteral("web!a!c4");
    }
    void whatKeepsQuietAndIsTooLargeIsNamed()
    {
        QFETCH(QByteArray, comments);
        QFETCH(QByteArray, downtimes);
        QFETCH(QString, named);
        const AlertPage page = pageOf(list({problem("a", "down"), problem("b", "down")}), comments, downtimes);
        QCOMPARE(page.alerts.size(), std::size_t(2));
        QVERIFY(page.hasAllAlerts() && !page.isWhole());
        QVERIFY2(page.trouble()->what.contains(named) && page.trouble()->what.contains(QStringLiteral("too large to be kept (9 MB)")),
            qPrintable(page.trouble()->what));
        // All others are there.
        QCOMPARE(page.silences.size(), std::size_t(3));
        QVERIFY(std::ranges::find(page.silences, named, &Silence::id) == page.silences.end());
    }
};

QTEST_GUILESS_MAIN(TestIcinga2Large)
#include "tst_icinga2large.moc"
