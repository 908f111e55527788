#include "app/sources/files/linemaker.h"
#include "app/sources/files/logfiles.h"
#include "tests/contract/files/filesbench.h"

#include <QTest>

#include <unistd.h>

#include <sys/stat.h>

using namespace quarterdeck;

namespace {

QByteArrayList numbered(int from, int to)
{
    QByteArrayList out;
    for (int i = from; i < to; ++i) {
        out.append("row " + QByteArray::number(i));
    }
    return out;
}

int sumOf(const LogHistogram &histogram)
{
    int sum = 0;
    for (const auto &bucket : histogram.buckets) {
        for (const int count : bucket) {
            sum += count;
        }
    }
    return sum;
}

} // namespace

/// Questions to files as they lie on a disk.
class TestFilesQuery : public FilesBench {
    Q_OBJECT

private slots:
    void init() { startFiles(); }

    void familiesAreKnown_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("family");
        const auto row = [](const char *path, const char *family) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(family);
        };
        row("/l/app.log", "/l/app.log");
        row("/l/app.log.1", "/l/app.log");
        row("/l/app.log.12.gz", "/l/app.log");
        row("/l/app.log.zst", "/l/app.log");
        row("/l/app.log-20260502", "/l/app.log");
        row("/l/app.log-20260502.xz", "/l/app.log");
        row("/l/app.log-20260502-1777690800", "/l/app.log");
        row("/l/app.log.2026-05-02", "/l/app.log");
        row("/l/syslog", "/l/syslog");
        row("/l/app-20260502.log", "/l/app-20260502.log");
        row("/l/20260502", "/l/20260502");
    }

    void familiesAreKnown()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, family);
        QCOMPARE(files::familyOf(path), family);
    }

    void servicesAreNamedByThePath()
    {
        QCOMPARE(files::serviceOfPath(QStringLiteral("/var/log/nginx/error.log")), QStringLiteral("nginx"));
        QCOMPARE(files::serviceOfPath(QStringLiteral("/srv/api.log")), QStringLiteral("api"));
        QCOMPARE(files::serviceOfPath(QStringLiteral("/var/log/pods/ns_pod_uid/web/0.log")), QStringLiteral("web"));
    }

    void rotatedAndPackedAreOneLog()
    {
        write(QStringLiteral("app.log.4"), line(0, "row 0") + line(1, "row 1"));
        pack(QStringLiteral("gzip"), QStringLiteral("app.log.4"));
        write(QStringLiteral("app.log.3"), line(2, "row 2"));
        pack(QStringLiteral("xz"), QStringLiteral("app.log.3"));
        write(QStringLiteral("app.log.2"), line(3, "row 3"));
        pack(QStringLiteral("zstd"), QStringLiteral("app.log.2"));
        write(QStringLiteral("app.log.1"), line(4, "row 4"));
        write(QStringLiteral("app.log"), line(5, "row 5") + "2026-05-02T03:00:06Z row 6");
        const auto page = ask(seconds(0, 100));
        QVERIFY2(page, qPrintable(errorOf(page)));
        QCOMPARE(texts(page->lines), numbered(0, 7));
        QCOMPARE(page->complete, seconds(0, 100).range);
        QCOMPARE(sentencesOf(page->lacks), QStringList());
        QVERIFY(!page->isTruncated);
        QCOMPARE(page->lines.front().service, QStringLiteral("app"));
    }

    void onlyThePathsThatAreNamed()
    {
        write(QStringLiteral("app.log"), line(0, "a"));
        write(QStringLiteral("app.log.1"), line(1, "b"));
        write(QStringLiteral("other.log"), line(2, "c"));
        open({{QStringLiteral("paths"), path(QStringLiteral("app.log"))}});
        QCOMPARE(texts(ask(seconds(0, 100))->lines), (QByteArrayList {"a", "b"}));
        open({{QStringLiteral("paths"), path(QStringLiteral("o*.log")) + u',' + path(QStringLiteral("app.log.1"))}});
        QCOMPARE(texts(ask(seconds(0, 100))->lines), (QByteArrayList {"b", "c"}));
    }

    // Log libraries number and date inside the name, too.
    void copiesThatAreNumberedInsideTheirNameAreRead()
    {
        write(QStringLiteral("app.log"), line(3, "d"));
        write(QStringLiteral("app.1.log"), line(2, "c"));
        write(QStringLiteral("app-2026-05-01.log"), line(1, "b"));
        write(QStringLiteral("20260501-0900-01-app.log"), line(0, "a"));
        write(QStringLiteral("app.worker.log"), line(4, "e"));
        write(QStringLiteral("apple.1.log"), line(5, "f"));
        open({{QStringLiteral("paths"), path(QStringLiteral("app.log"))}});
        QCOMPARE(texts(ask(seconds(0, 100))->lines), (QByteArrayList {"a", "b", "c", "d"}));
    }

    void theNewestOrTheOldest()
    {
        QByteArray bytes;
        for (int i = 0; i < 100; ++i) {
            bytes += line(i, "row " + QByteArray::number(i));
        }
        write(QStringLiteral("app.log"), bytes);
        LogQuery query = seconds(10, 90, 5);
        auto page = ask(query);
        QCOMPARE(texts(page->lines), numbered(85, 90));
        QVERIFY(page->isTruncated);
        QCOMPARE(page->complete.to, query.range.to);
        QVERIFY(page->complete.from > Beginning + Millis(84'000));
        query.isFromStart = true;
        page = ask(query);
        QCOMPARE(texts(page->lines), numbered(10, 15));
        QVERIFY(page->isTruncated);
        QVERIFY(page->complete.to <= Beginning + Millis(15'000));
        query.limit = 80;
        QVERIFY(!ask(query)->isTruncated);
    }

    void aRangeDeepInALargeFile()
    {
        QByteArray bytes;
        const QByteArray filler(80, 'x');
        for (int i = 0; i < 200'000; ++i) {
            bytes += line(i, "row " + QByteArray::number(i) + ' ' + filler);
        }
        write(QStringLiteral("app.log"), bytes);
        for (const int from : {0, 70'000, 199'900}) {
            const auto page = ask(seconds(from, from + 100));
            QVERIFY(page);
            QCOMPARE(page->lines.size(), std::size_t(100));
            QVERIFY(page->lines.front().text.contains("row " + QByteArray::number(from) + ' '));
            LogQuery oldest = seconds(from, 200'000, 3);
            oldest.isFromStart = true;
            const auto first = ask(oldest);
            QVERIFY(first->lines.front().text.contains("row " + QByteArray::number(from) + ' '));
        }
        const auto newest = ask(seconds(0, 200'000, 10));
        QCOMPARE(newest->lines.size(), std::size_t(10));
        QVERIFY(newest->lines.back().text.contains("row 199999 "));
        const auto counts = await(m_source->logs()->histogram(seconds(0, 200'000), 100, {}));
        QCOMPARE(sumOf(*counts), 200'000);
        QCOMPARE(counts->buckets.front()[std::size_t(LogLevel::Unknown)], 2000);
        LogQuery text = seconds(0, 200'000);
        text.text = QStringLiteral("ROW 123456 ");
        const auto found = ask(text);
        QCOMPARE(found->lines.size(), std::size_t(1));
    }

    void aTextIsFoundWhereverItIs()
    {
        // Text that is passed over by stretches, and text that is in no stretch of a file as it is read.
        QByteArray bytes;
        QByteArray parts;
        for (int i = 0; i < 60'000; ++i) {
            const bool isHit = i % 20'000 == 7;
            bytes += line(i, isHit ? QByteArray("the NEEDLE of a\ntrace") : QByteArray(60, 'x'));
            parts += toRfc3339(Beginning + Millis(i * 1000)).toLatin1()
                + (isHit                  ? " stdout P the NEE"
                        : i % 20'000 == 8 ? " stdout F DLE"
                                          : " stdout F xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
                + '\n';
        }
        write(QStringLiteral("app.log"), bytes);
        write(QStringLiteral("0.log"), parts);
        LogQuery query = seconds(0, 100'000, 100);
        query.text = QStringLiteral("needle");
        auto page = ask(query);
        QCOMPARE(page->lines.size(), std::size_t(6));
        query.isFromStart = true;
        QCOMPARE(ask(query)->lines.size(), std::size_t(6));
        QCOMPARE(sumOf(*await(m_source->logs()->histogram(query, 10, {}))), 6);
        query.text = QStringLiteral("Trace");
        page = ask(query);
        QCOMPARE(page->lines.size(), std::size_t(3));
        QVERIFY(page->lines.front().text.endsWith("a\ntrace"));
    }

    void aLargeFileOutOfOrderIsReadWhole()
    {
        QByteArray bytes;
        const QByteArray filler(80, 'x');
        for (int i = 0; i < 80'000; ++i) {
            bytes += line(i % 2 == 0 ? i : 80'000 - i, filler);
        }
        write(QStringLiteral("app.log"), bytes);
        QCOMPARE(ask(seconds(100, 200))->lines.size(), std::size_t(100));
    }

    void everyFilterHolds()
    {
        write(QStringLiteral("app.log"),
            line(0, "node api[1]: INFO one") + line(1, "node web[1]: ERROR Two") + line(2, "node api[2]: ERROR \xc3\x84rger")
                + "{\"time\":\"2026-05-02T03:00:03Z\",\"level\":\"warn\",\"service\":\"pay\",\"code\":7,\"msg\":\"x\"}\n");
        LogQuery query = seconds(0, 100);
        query.levels = {LogLevel::Error};
        QCOMPARE(ask(query)->lines.size(), std::size_t(2));
        query.service = QStringLiteral("API");
        QCOMPARE(ask(query)->lines.size(), std::size_t(1));
        QCOMPARE(ask(query)->lines.front().host, QStringLiteral("node"));
        query = seconds(0, 100);
        query.text = QString::fromUtf8("\xc3\xa4RGER");
        QCOMPARE(ask(query)->lines.size(), std::size_t(1));
        query.text = QStringLiteral("TWO");
        QCOMPARE(ask(query)->lines.size(), std::size_t(1));
        query.text.clear();
        query.fields = {{QStringLiteral("code"), QStringLiteral("7")}};
        QCOMPARE(ask(query)->lines.size(), std::size_t(1));
        QCOMPARE(ask(query)->lines.front().service, QStringLiteral("pay"));
        QCOMPARE(ask(query)->lines.front().level, LogLevel::Warning);
        query.fields.push_back({QStringLiteral("code"), QStringLiteral("8")});
        QCOMPARE(ask(query)->lines.size(), std::size_t(1));
        query.fields = {{QStringLiteral("code"), QStringLiteral("8")}};
        QCOMPARE(ask(query)->lines.size(), std::size_t(0));
        const auto values = await(m_source->logs()->fieldValues(QStringLiteral("file"), {}));
        QCOMPARE(*values, QStringList {path(QStringLiteral("app.log"))});
        const auto codes = await(m_source->logs()->fieldValues(QStringLiteral("code"), {}));
        QCOMPARE(*codes, QStringList {QStringLiteral("7")});
    }

    void whatIsMissingIsSaid()
    {
        write(QStringLiteral("app.log"), line(0, "a"));
        write(QStringLiteral("old.log"), QByteArray(line(1, "b")).repeated(1000));
        pack(QStringLiteral("gzip"), QStringLiteral("old.log"));
        QVERIFY(QFile::resize(path(QStringLiteral("old.log.gz")), QFileInfo(path(QStringLiteral("old.log.gz"))).size() - 8));
        auto page = ask(seconds(0, 100, 5000));
        QVERIFY(page);
        QVERIFY(page->lines.size() > 1); // what came before the damage
        QCOMPARE(page->complete.length(), Millis(0));
        QCOMPARE(sentencesOf(page->lacks).size(), 1);
        QVERIFY2(sentencesOf(page->lacks).front().contains(QStringLiteral("old.log.gz is not read to its end")),
            qPrintable(sentencesOf(page->lacks).front()));
        QVERIFY(QFile::remove(path(QStringLiteral("old.log.gz"))));

        write(QStringLiteral("notes"), "no time here\nnor here\n");
        page = ask(seconds(0, 100));
        QCOMPARE(sentencesOf(page->lacks),
            QStringList {QStringLiteral("No times are found in %1: its lines are not shown").arg(path(QStringLiteral("notes")))});
        QVERIFY(QFile::remove(path(QStringLiteral("notes"))));

        write(QStringLiteral("older.log.bz2"), "BZh91AY");
        page = ask(seconds(0, 100));
        QCOMPARE(sentencesOf(page->lacks).size(), 1);
        QVERIFY2(sentencesOf(page->lacks).front().contains(QStringLiteral("bzip2")), qPrintable(sentencesOf(page->lacks).front()));
        QCOMPARE(page->complete.length(), Millis(0));
        QVERIFY(QFile::remove(path(QStringLiteral("older.log.bz2"))));

        write(QStringLiteral("bytes"), QByteArray("\0\1\2", 3));
        QCOMPARE(sentencesOf(ask(seconds(0, 100))->lacks), QStringList());
        open({{QStringLiteral("paths"), path(QStringLiteral("nothing.log"))}});
        page = ask(seconds(0, 100));
        QCOMPARE(sentencesOf(page->lacks).size(), 1);
        QCOMPARE(page->complete.length(), Millis(0));
        QVERIFY(!await(m_source->probe({})));
    }

    void aPipeIsNotWaitedFor()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("pipe.log"))).constData(), 0600), 0);
        write(QStringLiteral("app.log"), line(0, "a"));
        QCOMPARE(ask(seconds(0, 100))->lines.size(), std::size_t(1));
        open({{QStringLiteral("paths"), path(QStringLiteral("pipe.log"))}});
        const auto page = ask(seconds(0, 100));
        QCOMPARE(sentencesOf(page->lacks), QStringList {path(QStringLiteral("pipe.log")) + QStringLiteral(" is not a file")});
    }

    void zonesAreAssumedAloud()
    {
        write(QStringLiteral("app.log"), "2026-05-02 03:00:01 INFO a\n2026-05-02 03:00:02 EST INFO b\n");
        open({{QStringLiteral("zone"), {}}});
        LogQuery all = seconds(-86'400, 86'400);
        auto page = ask(all);
        QCOMPARE(page->lines.size(), std::size_t(2));
        QCOMPARE(sentencesOf(page->lacks).size(), 2);
        QVERIFY(sentencesOf(page->lacks).front().contains(QStringLiteral("this machine")));
        QVERIFY2(sentencesOf(page->lacks).back().endsWith(QStringLiteral("\"EST\" are treated as those of UTC-05:00")),
            qPrintable(sentencesOf(page->lacks).back()));
        QCOMPARE(page->complete, all.range); // nothing is missing
        open({{QStringLiteral("zone"), QStringLiteral("+05:30")}});
        page = ask(all);
        QCOMPARE(sentencesOf(page->lacks).size(), 1);
        QCOMPARE(page->lines.front().nanos, (Beginning + Millis(1000) - Millis(19'800'000)).nanos());
    }

    void partsAreJoined()
    {
        write(QStringLiteral("0.log"),
            "2026-05-02T03:00:00Z stdout P {\"level\":\"error\",\n2026-05-02T03:00:01Z stderr F between\n2026-05-02T03:00:02Z stdout F \"a\":1}\n"
            "2026-05-02T03:00:03Z stderr P last words\n");
        const auto page = ask(seconds(0, 100));
        QCOMPARE(texts(page->lines), (QByteArrayList {"between", "{\"level\":\"error\",\"a\":1}", "last words"}));
        QCOMPARE(page->lines[1].level, LogLevel::Error);
        QCOMPARE(page->lines[1].fields.value(u"a"), QStringLiteral("1"));
        QCOMPARE(page->lines[1].fields.value(u"stream"), QStringLiteral("stdout"));
        QCOMPARE(page->lines[2].fields.value(u"part"), QStringLiteral("unfinished"));
    }

    void aLineKeepsItsIdentity()
    {
        write(QStringLiteral("app.log"), line(0, "a") + line(1, "a") + line(1, "a"));
        const auto cursors = [this] {
            QStringList out;
            const auto page = ask(seconds(0, 100));
            for (const LogLine &one : page->lines) {
                out.append(one.cursor);
            }
            return out;
        };
        const QStringList before = cursors();
        QCOMPARE(QSet<QString>(before.begin(), before.end()).size(), 3);
        QVERIFY(QFile::rename(path(QStringLiteral("app.log")), path(QStringLiteral("app.log.1"))));
        pack(QStringLiteral("gzip"), QStringLiteral("app.log.1"));
        QCOMPARE(cursors(), before);
    }

    void aSearchCanBeCancelled()
    {
        write(QStringLiteral("app.log"), QByteArray(line(0, "a")).repeated(100'000));
        std::stop_source stop;
        stop.request_stop();
        const auto page = await(m_source->logs()->query(seconds(0, 100), stop.get_token()));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Cancelled);
    }

    void optionsAreChecked()
    {
        const auto connector = makeFilesConnector();
        const auto errorWith = [&](const char *key, const char *value) {
            Endpoint endpoint;
            endpoint.options.insert(QString::fromLatin1(key), QString::fromLatin1(value));
            const auto done = connector->complete(endpoint);
            return done ? QString() : done.error().where + u'|' + done.error().what;
        };
        QVERIFY(errorWith("zone", "Nowhere/City").startsWith(QLatin1StringView("zone|")));
        QVERIFY(errorWith("format", "xml").contains(QLatin1StringView("postgres-csv")));
        QVERIFY(errorWith("paths", "relative/path").startsWith(QLatin1StringView("paths|")));
        QVERIFY(errorWith("colour", "red").startsWith(QLatin1StringView("colour|")));
        QCOMPARE(errorWith("paths", "/var/log, ~/x.log"), QString());
        Endpoint web;
        web.urls = {QUrl(QStringLiteral("http://localhost"))};
        QVERIFY(!connector->complete(web));
        Endpoint plain;
        QVERIFY(connector->complete(plain));
        QCOMPARE(plain.urls, std::vector<QUrl> {QUrl(QStringLiteral("file:///var/log"))});
    }
};

QTEST_GUILESS_MAIN(TestFilesQuery)
#include "tst_filesquery.moc"
