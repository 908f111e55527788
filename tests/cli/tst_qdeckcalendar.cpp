#include "tests/cli/clibench.h"

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

const QByteArray Rota = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//rota//EN\r\nX-WR-CALNAME:Payments\r\n"
                        "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Ana\r\nDTSTART;TZID=Europe/Berlin:20260327T090000\r\nDURATION:P1D\r\n"
                        "RRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\n"
                        "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Ben\r\nDTSTART;TZID=Europe/Berlin:20260331T090000\r\nDURATION:P1D\r\nEND:VEVENT\r\n"
                        "END:VCALENDAR\r\n";
const char *const Range = "oncall --from 2026-03-27T00:00:00Z --to 2026-04-02T00:00:00Z";

} // namespace

/// `qdeck oncall --from --to` over a calendar.
class TestQdeckCalendar : public QObject {
    Q_OBJECT

    CliBench m_b;

private slots:
    void init()
    {
        m_b.write(QStringLiteral("rota.ics"), Rota);
        configure("services: 'checkout'");
    }

    void everyShiftOfARange()
    {
        const CliRun run = m_b.json(words(Range));
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.json().value(QLatin1StringView("schema")).toString(), QStringLiteral("quarterdeck.shifts/1"));
        QCOMPARE(run.items().size(), 4);
        // The day on which the clocks go forward has 23 hours.
        QCOMPARE(run.field("from", 1), QStringLiteral("2026-03-28T08:00:00Z"));
        QCOMPARE(run.field("to", 1), QStringLiteral("2026-03-29T07:00:00Z"));
        QCOMPARE(run.item(3).value(QLatin1StringView("person")).toObject().value(QLatin1StringView("name")).toString(), QStringLiteral("Ben"));
        const QJsonArray gaps = run.json().value(QLatin1StringView("gaps")).toArray();
        QCOMPARE(gaps.size(), 3);
        QCOMPARE(gaps.at(1).toObject().value(QLatin1StringView("from")).toString(), QStringLiteral("2026-03-30T07:00:00Z"));
        QCOMPARE(gaps.at(1).toObject().value(QLatin1StringView("to")).toString(), QStringLiteral("2026-03-31T07:00:00Z"));
        const CliRun csv = m_b.run(words(Range) << QStringLiteral("-o") << QStringLiteral("csv"));
        QCOMPARE(csv.out.count('\n'), 5);
        const CliRun text = m_b.run(words(Range));
        QVERIFY2(text.out.contains("nobody on level 1 from 2026-03-30 07:00:00 UTC to 2026-03-31 07:00:00 UTC"), text.out);
    }

    void anEndAloneBeginsNow()
    {
        const CliRun run = m_b.json(words("oncall --to now+7d"));
        QVERIFY2(run.code == 0, run.err + run.out);
        QVERIFY(run.items().isEmpty());
        QCOMPARE(run.json().value(QLatin1StringView("gaps")).toArray().size(), 1);
    }

    void onlyWhatIsPagedForAService()
    {
        QCOMPARE(m_b.json(words(Range) << QStringLiteral("--service") << QStringLiteral("Checkout")).items().size(), 4);
        const CliRun none = m_b.json(words(Range) << QStringLiteral("--service") << QStringLiteral("chekout"));
        QVERIFY2(none.code == 1 && none.err.contains("checkout"), none.err);
    }

    void theOldOneIsShownWithItsAge()
    {
        QCOMPARE(m_b.run(words(Range)).code, 0);
        QVERIFY(QFile::remove(m_b.folder.filePath(QStringLiteral("rota.ics"))));
        const CliRun run = m_b.json(words(Range));
        QVERIFY2(run.code == 3, run.err + run.out);
        QCOMPARE(run.items().size(), 4);
        QVERIFY2(run.out.contains("from the cache of"), run.out);
    }

    void whatIsNotFollowedIsSaid()
    {
        m_b.write(QStringLiteral("rota.ics"), QByteArray(Rota).replace("RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=FORTNIGHTLY"));
        const CliRun run = m_b.json(words(Range));
        QVERIFY2(run.code == 3, run.err + run.out);
        QVERIFY2(run.out.contains("FORTNIGHTLY"), run.out);
    }

    void misuseIsRefused_data()
    {
        QTest::addColumn<QString>("more");
        QTest::newRow("two ways") << "--at now";
        QTest::newRow("no such column") << "--sort now";
        QTest::newRow("no time") << "--from yesterday";
        QTest::newRow("an empty range") << "--from 2026-05-01T00:00:00Z";
    }
    void misuseIsRefused()
    {
        QFETCH(const QString, more);
        QStringList line = words(more.startsWith(QLatin1StringView("--from")) ? "oncall --to 2026-04-02T00:00:00Z" : Range);
        const CliRun run = m_b.run(line << more.split(u' '));
        QVERIFY2(run.code == 2, run.err + run.out);
    }

private:
    void configure(const QByteArray &more)
    {
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: rota, type: calendar, path: '" + m_b.folder.filePath(QStringLiteral("rota.ics")).toUtf8() + "', " + more
                + "}\n");
    }
};

QTEST_GUILESS_MAIN(TestQdeckCalendar)
#include "tst_qdeckcalendar.moc"
