#pragma once

#include "tests/contract/bench.h"

#include <QSet>
#include <QTest>

namespace quarterdeck {

/// When the lines of these tests begin. Units: milliseconds since the epoch.
constexpr qint64 LogStart = 1'795'240'000'000;

/// All lines of these seconds after LogStart.
inline LogQuery secondsOf(qint64 from, qint64 to, int limit = 1000)
{
    LogQuery query;
    query.range = {UtcTime {LogStart + from * 1000}, UtcTime {LogStart + to * 1000}};
    query.limit = limit;
    return query;
}

/// The texts alone.
inline QByteArrayList textsOf(const std::vector<LogLine> &lines)
{
    QByteArrayList all;
    for (const LogLine &line : lines) {
        all.append(line.text);
    }
    return all;
}

/// How many lines have the cursor of another one.
inline int countAgain(const std::vector<LogLine> &lines)
{
    QSet<QString> cursors;
    int again = 0;
    for (const LogLine &line : lines) {
        again += cursors.contains(line.cursor) ? 1 : 0;
        cursors.insert(line.cursor);
    }
    return again;
}

/// Gathers what a tail brings, and counts what it brings again.
class TailCatch {
public:
    TailSink sink()
    {
        return [this](const TailEvent &event) {
            signs += std::holds_alternative<TailFollowing>(event) ? 1 : 0;
            if (const auto *gap = std::get_if<TailGap>(&event)) {
                gaps.push_back(gap->since);
            }
            if (const auto *lines = std::get_if<std::vector<LogLine>>(&event)) {
                for (const LogLine &line : *lines) {
                    texts.append(line.text);
                    again += cursors.contains(line.cursor) ? 1 : 0;
                    cursors.insert(line.cursor);
                }
            }
        };
    }

    QByteArrayList texts;
    QSet<QString> cursors;
    std::vector<UtcTime> gaps;
    int again = 0;
    int signs = 0;
};

/// The page of a query; a failure fails the test and yields an empty page.
inline LogPage pageFrom(Source &source, const LogQuery &query)
{
    const auto page = await(source.logs()->query(query, {}));
    if (!page) {
        QTest::qFail(qPrintable(errorOf(page)), __FILE__, __LINE__);
        return {};
    }
    return *page;
}

/// All counts of a histogram, by level.
inline std::array<int, 5> sumsOf(const LogHistogram &histogram)
{
    std::array<int, 5> sums {};
    for (const auto &bucket : histogram.buckets) {
        for (std::size_t level = 0; level < bucket.size(); ++level) {
            sums.at(level) += bucket.at(level);
        }
    }
    return sums;
}

} // namespace quarterdeck
