#include "app/domain/logmerge.h"

#include <QTest>

using namespace quarterdeck;

namespace {

LogLine line(const char *source, qint64 second, LogLevel level = LogLevel::Info)
{
    LogLine line;
    line.source = QString::fromLatin1(source);
    line.nanos = second * 1'000'000'000;
    line.cursor = QString::number(second);
    line.level = level;
    return line;
}

LogPage page(std::vector<LogLine> lines, qint64 from, qint64 to)
{
    LogPage page;
    page.lines = std::move(lines);
    page.complete = {{from * 1000}, {to * 1000}};
    return page;
}

QString shape(const LogPage &page)
{
    QStringList all;
    for (const LogLine &one : page.lines) {
        all << one.source + QString::number(one.nanos / 1'000'000'000);
    }
    return all.join(u' ');
}

} // namespace

class TestLogMerge : public QObject {
    Q_OBJECT

private slots:
    void byTimeAndEachInItsOwnOrder()
    {
        // The second line of b was written after a clock was set back: it stays behind the first.
        const LogPage merged = mergePages(
            {page({line("a", 10), line("a", 30)}, 0, 100), page({line("b", 20), line("b", 15), line("b", 40)}, 5, 90)}, {});
        QCOMPARE(shape(merged), QStringLiteral("a10 b20 b15 a30 b40"));
        QCOMPARE(merged.complete, (TimeRange {{5'000}, {90'000}}));
        QVERIFY(!merged.isTruncated);
    }
    void theLimitCutsAtTheEndThatWasAskedFor()
    {
        LogQuery query;
        query.limit = 3;
        const auto pages = [] {
            return std::vector<LogPage> {page({line("a", 10), line("a", 30)}, 0, 100), page({line("b", 20), line("b", 40)}, 0, 100)};
        };
        const LogPage newest = mergePages(pages(), query);
        QCOMPARE(shape(newest), QStringLiteral("b20 a30 b40"));
        QVERIFY(newest.isTruncated);
        QCOMPARE(newest.complete.from, UtcTime {10'001});
        query.isFromStart = true;
        const LogPage oldest = mergePages(pages(), query);
        QCOMPARE(shape(oldest), QStringLiteral("a10 b20 a30"));
        QVERIFY(oldest.isTruncated);
        QCOMPARE(oldest.complete.to, UtcTime {40'000});
    }
    void oneCutPageMakesTheWholeCut()
    {
        LogPage cut = page({line("a", 50)}, 45, 100);
        cut.isTruncated = true;
        const LogPage merged = mergePages({cut, page({line("b", 20)}, 0, 100)}, {});
        QVERIFY(merged.isTruncated);
        QCOMPARE(merged.complete.from, UtcTime {45'000});
        QCOMPARE(shape(merged), QStringLiteral("b20 a50"));
    }
    void whatEachPageLacksIsLacking()
    {
        LogPage first = page({line("a", 10)}, 0, 100);
        first.lacks.push_back(Error {ErrorKind::Server, QStringLiteral("a shard failed"), {}, 0, std::nullopt});
        LogPage second = page({line("b", 20)}, 0, 100);
        second.lacks.push_back(Error {ErrorKind::Timeout, QStringLiteral("out of time"), {}, 0, std::nullopt});
        const LogPage merged = mergePages({first, second}, {});
        QCOMPARE(merged.lacks.size(), std::size_t(2));
        QCOMPARE(merged.lacks.back().kind, ErrorKind::Timeout);
    }
    void stretchesApartAreCompleteNowhere()
    {
        const LogPage merged = mergePages({page({}, 0, 10), page({}, 50, 100)}, {});
        QCOMPARE(merged.complete.length(), Millis(0));
    }
    void histogramsAddUp()
    {
        const TimeRange range {{0}, {100'000}};
        LogHistogram a = countLines({line("a", 5), line("a", 95, LogLevel::Error)}, range, 10);
        LogHistogram b = countLines({line("b", 6), line("b", 300)}, range, 5);
        QCOMPARE(a.buckets.size(), std::size_t(10));
        b.isSampled = true;
        b.complete = {{50'000}, {100'000}};
        const LogHistogram sum = mergeHistograms({a, b});
        QCOMPARE(sum.step, Millis(10'000));
        QCOMPARE(sum.buckets[0][std::size_t(LogLevel::Info)], 2);
        QCOMPARE(sum.buckets[9][std::size_t(LogLevel::Error)], 1);
        QVERIFY(sum.isSampled);
        QCOMPARE(sum.complete, (TimeRange {{50'000}, {100'000}}));
    }
};

QTEST_GUILESS_MAIN(TestLogMerge)
#include "tst_logmerge.moc"
