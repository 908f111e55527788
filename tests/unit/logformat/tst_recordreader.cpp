#include "app/logformat/recordreader.h"
#include "app/logformat/settler.h"

#include <QTest>

#include <random>

using namespace quarterdeck;
using namespace quarterdeck::logformat;

namespace {

/// "seconds+nanos doubt level lines partOf" of each record, one a line; times as a clock in UTC would show them.
QByteArray told(const QByteArray &bytes, ReadRules rules = {})
{
    QByteArray out;
    RecordReader reader(rules);
    reader.read(bytes, 0, true, [&out](const Record &record) {
        const Civil civil = civilOf(record.stamp.seconds);
        const std::array doubts {"sure", "fraction", "zone", "word", "year", "date", "leap", "untimed"};
        out += doubts.at(std::size_t(record.stamp.doubt));
        if (record.stamp.isTimed()) {
            out += ' ' + QByteArray::number(civil.day) + ' ' + QByteArray::number(civil.hour) + ':' + QByteArray::number(civil.minute) + ':'
                + QByteArray::number(civil.second);
            out += record.stamp.nanos == 0 ? QByteArray() : '.' + QByteArray::number(record.stamp.nanos / 1'000'000);
        }
        out += record.isCarried ? " carried" : "";
        out += record.level().isEmpty() ? QByteArray() : ' ' + record.level().toByteArray();
        out += record.lines == 1 ? QByteArray() : " x" + QByteArray::number(record.lines);
        out += record.partOf < 0 ? QByteArray() : " of " + QByteArray::number(record.partOf);
        out += '\n';
        return true;
    });
    return out;
}

std::optional<UtcTime> settled(const char *line, const QTimeZone &zone, const char *latest)
{
    Settler settler(zone, parseRfc3339(QString::fromLatin1(latest)).value());
    const auto nanos = settler.nanos(readHead(line).stamp);
    return nanos ? std::optional(UtcTime {*nanos / 1'000'000}) : std::nullopt;
}

} // namespace

/// Lines of our own in each form that is known.
class TestRecordReader : public QObject {
    Q_OBJECT

private slots:
    void formsAreRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &lines, const QByteArray &expected) { QTest::newRow(name) << lines << expected; };
        row("a zone by offset", "2026-05-02T03:04:05.250+02:00 node x[1]: y\n", "sure 2 1:4:5.250\n");
        row("a zone after a space", "2026-05-02 03:04:05 +0200 INFO started\n", "sure 2 1:4:5 INFO\n");
        row("no zone, a comma before the fraction", "2026-05-02 03:04:05,750 WARNING shop: low\n", "zone 2 3:4:5.750 WARNING\n");
        row("a word that is a level and no zone", "2026-05-02 03:04:05 ERROR [main] shop.Cart - x\n", "zone 2 3:4:5 ERROR\n");
        row("a word that is a zone", "2026-05-02 03:04:05 CEST ERROR x\n", "word 2 3:4:5 ERROR\n");
        row("a stack trace", "2026-05-02 03:04:05 ERROR x\njava.lang.X: y\n\tat a.b(C.java:1)\n\n2026-05-02 03:04:06 INFO z\n",
            "zone 2 3:4:5 ERROR x4\nzone 2 3:4:6 INFO\n");
        row("postgres",
            "2026-05-02 03:04:05.001 UTC [7] me@db ERROR:  no such thing\n2026-05-02 03:04:05.002 UTC [8] LOG:  other\n"
            "2026-05-02 03:04:05.003 UTC [7] me@db STATEMENT:  select\n\t1\n",
            "sure 2 3:4:5.1 ERROR\nsure 2 3:4:5.2 LOG\nsure 2 3:4:5.3 x2 of 0\n");
        row("columns",
            "2026-05-02 03:04:05 UTC,\"me\",\"db\",7,\"h:1\",a.b,1,\"SELECT\",2026-05-02 03:00:00 UTC,1/2,0,ERROR,42P01,\"a\n"
            "2026-05-02 03:04:05 UTC \"\"b\"\"\nc\",,,\n2026-05-02 03:04:06 UTC,,,7,,a.b,2,,,,0,LOG,0,\"d\",,,\n",
            "sure 2 3:4:5 ERROR x3\nsure 2 3:4:6 LOG\n");
        row("syslog", "May  2 03:04:05 node cron[9]: run\n    more\nMay  2 03:04:06 node cron[9]: error: no\n",
            "year 2 3:4:5 x2\nyear 2 3:4:6 error\n");
        row("syslog with a priority", "<11>May  2 03:04:05 node cron[9]: run\n<30>1 2026-05-02T03:04:06Z node cron 9 - - run\n",
            "year 2 3:4:5\nsure 2 3:4:6\n");
        row("apache", "[Sat May 02 03:04:05.000250 2026] [core:error] [pid 1] AH1: x\nof a child\nand more\n",
            "zone 2 3:4:5.0 error\nuntimed\nuntimed\n");
        row("access", "::1 - me [02/May/2026:03:04:05 +0200] \"GET / HTTP/1.1\" 200 1\nh - - [02/May/2026:03:04:06 +0200] \"-\" 408 -\n",
            "sure 2 1:4:5\nsure 2 1:4:6\n");
        row("nginx", "2026/05/02 03:04:05 [crit] 1#1: *2 x\n", "zone 2 3:4:5 crit\n");
        row("bind", "02-May-2026 03:04:05.100 security: warning: x\n", "zone 2 3:4:5.100 warning\n");
        row("java", "May 02, 2026 3:04:05 PM shop.Cart add\nSCHWERWIEGEND: x\n", "zone 2 15:4:5 x2\n");
        row("squid", "1777691045.100     12 10.0.0.1 TCP_HIT/200 1 GET http://x/ - HIER_NONE/- -\n", "sure 2 3:4:5.100\n");
        row("seconds", "1777691045: client gone\n[1777691046] unbound[1:0] error: x\n", "sure 2 3:4:5\nsure 2 3:4:6 error\n");
        row("tai64n", "@4000000069f569af0bebc200 run\n", "sure 2 3:4:5.200\n");
        row("klog", "W0502 03:04:05.000250    7 x.go:1] y\n", "year 2 3:4:5.0 W\n");
        row("container", "2026-05-02T03:04:05Z stdout P a\n2026-05-02T03:04:05Z stderr F b\n2026-05-02T03:04:06Z stdout F c\n",
            "sure 2 3:4:5\nsure 2 3:4:5\nsure 2 3:4:6 of 0\n");
        row("json",
            "{\"level\":\"warn\",\"n\":{\"time\":1},\"time\":\"2026-05-02T03:04:05Z\",\"msg\":\"a \\\"b\\\"\"}\n{\"msg\":\"x\"}\n"
            "{\"ts\":1777691045.25,\"level\":50}\n{\"time\":1777691046000}\n",
            "sure 2 3:4:5 warn\nsure 2 3:4:5 carried\nsure 2 3:4:5.250 50\nsure 2 3:4:6\n");
        row("the journal as JSON", "{\"PRIORITY\":\"3\",\"__REALTIME_TIMESTAMP\":\"1777691045000100\",\"MESSAGE\":[1,2]}\n", "sure 2 3:4:5.0 3\n");
        row("logfmt", "time=\"2026-05-02T03:04:05Z\" level=error msg=\"a=b \\\" c\" d\nts=1777691046.5 lvl=dbug\n",
            "sure 2 3:4:5 error\nsure 2 3:4:6.500 dbug\n");
        row("mariadb", "2026-05-02  3:04:05 0 [Warning] x\n", "zone 2 3:4:5 Warning\n");
        row("the general log of mariadb",
            "/usr/sbin/mariadbd, Version: 1 (x). started with:\nTcp port: 1\nTime\t\t    Id Command\tArgument\n260502  3:04:05\t     1 Query\tselect "
            "1\n"
            "\t\t     1 Query\tselect\n2\n\t\t     1 Quit\t\n",
            "untimed x3\nzone 2 3:4:5\nzone 2 3:4:5 carried x2\nzone 2 3:4:5 carried\n");
        row("the slow log of mariadb",
            "# Time: 260502  3:04:05\n# User@Host: a\nSET timestamp=1777691045;\nselect 1;\n# User@Host: a\nSET timestamp=1777691046;\nselect 2;\n",
            "sure 2 3:4:5 x4\nsure 2 3:4:6 x3\n");
        row("uwsgi",
            "*** Starting uWSGI 1 (64bit) on [Sat May  2 03:04:05 2026] ***\nplain\nTraceback (most recent call last):\n  a\nb\n"
            "[pid: 1|app: 0|req: 1/1] h () {1 vars in 1 bytes} [Sat May  2 03:04:06 2026] GET / => 1\n",
            "zone 2 3:4:5\nuntimed\nuntimed x3\nzone 2 3:4:6\n");
        row("several forms", "2026-05-02 03:04:05.1 I | etcd: x\nraft2026/05/02 03:04:05 INFO: y\n[WARNING] z\n",
            "zone 2 3:4:5.100 I\nzone 2 3:4:5 INFO\nuntimed WARNING\n");
        row("a fraction that is none", "2026-05-02T03:04:05.:00+00:00 x\n", "fraction 2 3:4:5\n");
        row("no such day", "2026-02-30T03:04:05Z x\n", "date 1 0:0:0\n");
        row("a leap second", "2026-06-30T23:59:60Z x\n", "leap 1 0:0:0\n");
        row("a carriage return is no end", "2026-05-02T03:04:05Z a\rb\r\n", "sure 2 3:4:5\n");
        row("no end", "2026-05-02T03:04:05Z a", "sure 2 3:4:5\n");
        row("no times", "a\n b\n\nc\n", "untimed x3\nuntimed\n");
    }

    void formsAreRead()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QByteArray, expected);
        QCOMPARE(told(lines), expected);
    }

    /// Whatever stands in a file is read, and in blocks as in one.
    void brokenLinesAreRead()
    {
        const QByteArray all(
            "2026-05-02 03:04:05 +0200 INFO x\n2026-05-02T03:04:05.5Z stdout P a\n2026-05-02T03:04:05Z stderr F b\n"
            "2026-05-02 03:04:05.1 UTC [7] me@db ERROR:  x\n2026-05-02 03:04:05.1 UTC [7] me@db DETAIL:  y\n"
            "2026-05-02 03:04:05 UTC,\"me\",\"db\",7,\"h:1\",a,1,\"S\",2026,1/2,0,ERROR,4,\"a\nb\",,,\n"
            "May  2 03:04:05 node cron[9]: x\n<11>May  2 03:04:05 node x: y\n[Sat May 02 03:04:05.1 2026] [core:error] x\n"
            "::1 - me [02/May/2026:03:04:05 +0200] \"GET /\" 200 1\n02-May-2026 03:04:05.1 a: warning: x\n"
            "1777691045.100     12 10.0.0.1 TCP_HIT/200 1 GET x\n[1777691046] unbound[1:0] error: x\n@4000000069f569af0bebc200 run\n"
            "W0502 03:04:05.000250    7 x.go:1] y\n{\"level\":\"warn\",\"n\":{\"time\":[1]},\"time\":\"2026-05-02T03:04:05Z\"}\n"
            "ts=1777691046.5 lvl=dbug msg=\"a \\\" b\"\n/usr/sbin/mariadbd, Version: 1 (x). started with:\nTcp\nTime\n"
            "260502  3:04:05\t     1 Query\ta\n\t\t     1 Quit\t\n# Time: 260502  3:04:05\n# User@Host: a\nSET timestamp=1777691045;\n"
            "*** Starting uWSGI 1 on [Sat May  2 03:04:05 2026] ***\nTraceback (most recent call last):\n  a\n"
            "2026-05-02 03:04:05.1+05:30 [info] <0.2.0> x\n2026-05-02 03:04:05.1+05:30 [info] <0.2.0> y\nMay 02, 2026 3:04:05 PM x\n");
        std::mt19937 random(1);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = all;
            for (int i = 0; i < 200; ++i) {
                const auto at = qsizetype(random() % std::size_t(bytes.size()));
                switch (random() % 3) {
                case 0:
                    bytes[at] = char(random() % 256);
                    break;
                case 1:
                    bytes.remove(at, qsizetype(random() % 8));
                    break;
                default:
                    bytes.insert(at, bytes.mid(at, qsizetype(random() % 20)));
                }
            }
            const QByteArray whole = told(bytes);
            QVERIFY(!whole.isEmpty());
        }
    }

    void aNamedFormRulesOthersOut()
    {
        const QByteArray lines("May  2 03:04:05 node a: x\n2026-05-02T03:04:06Z not a start\n");
        QCOMPARE(told(lines, {Form::Syslog}), QByteArray("year 2 3:4:5 x2\n"));
    }

    void aRecordThatNeverEndsIsCut()
    {
        const QByteArray line = QByteArray(100'000, 'x') + '\n';
        QByteArray bytes("2026-05-02T03:04:05Z start\n");
        for (int i = 0; i < 30; ++i) {
            bytes += line;
        }
        const QList<QByteArray> records = told(bytes).trimmed().split('\n');
        QVERIFY(records.size() >= 3);
        QVERIFY(records.last().contains("carried"));
    }

    void anHourThatIsShownTwiceIsTheFirst()
    {
        const QTimeZone berlin("Europe/Berlin");
        QCOMPARE(settled("2026-10-25 02:30:00 x", berlin, "2026-12-01T00:00:00Z"), parseRfc3339(u"2026-10-25T00:30:00Z"));
        QCOMPARE(settled("2026-10-25 02:30:00 CET x", berlin, "2026-12-01T00:00:00Z"), parseRfc3339(u"2026-10-25T01:30:00Z"));
        QCOMPARE(settled("2026-10-25 02:30:00 CEST x", berlin, "2026-12-01T00:00:00Z"), parseRfc3339(u"2026-10-25T00:30:00Z"));
        // An hour that was left out.
        QCOMPARE(settled("2026-03-29 02:30:00 x", berlin, "2026-12-01T00:00:00Z"), parseRfc3339(u"2026-03-29T01:30:00Z"));
    }

    void yearsAreReckonedBackFromTheLastChange()
    {
        const QTimeZone utc = QTimeZone::utc();
        QCOMPARE(settled("Dec 31 23:59:59 h x: y", utc, "2026-01-01T00:10:00Z"), parseRfc3339(u"2025-12-31T23:59:59Z"));
        QCOMPARE(settled("Jan  1 00:00:01 h x: y", utc, "2026-01-01T00:10:00Z"), parseRfc3339(u"2026-01-01T00:00:01Z"));
        QCOMPARE(settled("Feb 29 00:00:01 h x: y", utc, "2026-06-01T00:00:00Z"), parseRfc3339(u"2024-02-29T00:00:01Z"));
    }

    void whatIsGuessedIsSaid()
    {
        Settler settler(QTimeZone("Asia/Kolkata"), parseRfc3339(u"2026-12-01T00:00:00Z").value());
        settler.nanos(readHead("2026-05-02 03:04:05 IST x").stamp);
        QVERIFY(!settler.guesses().hasZone);
        QVERIFY(settler.guesses().words.isEmpty());
        settler.nanos(readHead("2026-05-02 03:04:05 EST x").stamp);
        QCOMPARE(settler.guesses().words, QSet<QByteArray> {"EST"});
        settler.nanos(readHead("2026-05-02 03:04:05 x").stamp);
        QVERIFY(settler.guesses().hasZone);
        QVERIFY(!settler.guesses().hasYear);
    }

    void formsHaveNames()
    {
        for (const QLatin1StringView name : formNames()) {
            QCOMPARE(formName(formFromName(QString(name)).value()), name);
        }
        QVERIFY(!formFromName(u"none"));
    }
};

QTEST_GUILESS_MAIN(TestRecordReader)
#include "tst_recordreader.moc"
