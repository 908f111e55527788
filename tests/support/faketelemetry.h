#pragma once

#include "app/ports/telemetry.h"
#include "tests/support/fakeanswers.h"

#include <QHash>
#include <QPointer>

#include <algorithm>
#include <functional>

namespace quarterdeck {

/// A tail that a test feeds.
class FakeTail final : public LogTail {
public:
    using LogTail::LogTail;
    void feed(const std::vector<LogLine> &lines) { emit arrived(lines); }
    void interrupt(const QString &why) { emit interrupted(why); }
};

/// Metrics and logs out of two lists. `onRange` replaces the answer for series; lines are filtered as a source would.
class FakeTelemetry final : public Telemetry {
public:
    std::vector<Series> seriesList;
    std::vector<LogLine> lineList;       ///< Oldest first.
    QHash<QString, QString> expressions; ///< By alertname.
    std::function<Result<Dated<std::vector<Series>>>(const MetricQuery &)> onRange;
    bool isLive = true;
    UtcTime asOf;
    std::optional<Error> staleness; ///< Dated::error of what is not live.
    QStringList warnings;           ///< Dated::warnings of every answer.
    QStringList asked {QStringLiteral("journal")};
    std::vector<SourceFailure> failures; ///< Dated::failures of every answer.
    std::vector<MetricQuery> rangeQueries;
    std::vector<LogQuery> logQueries;
    QStringList expressionQueries;
    std::vector<MetricName> nameList;
    std::vector<LabelChoice> labelList;
    std::vector<QStringList> nameQueries; ///< The sources of each.
    std::vector<LabelQuery> labelQueries;
    std::vector<CancelToken> cancels; ///< Of every call, in order.
    QPointer<FakeTail> lastTail;
    FakeAnswers answers;

    Async<Dated<std::vector<Series>>> range(MetricQuery query, CancelToken cancel = {}) override
    {
        rangeQueries.push_back(query);
        cancels.push_back(cancel);
        return answers.answer<Dated<std::vector<Series>>>(onRange ? onRange(query) : Result<Dated<std::vector<Series>>>(dated(seriesList)), cancel);
    }
    Async<Dated<std::vector<MetricName>>> metricNames(QStringList sources, CancelToken cancel = {}) override
    {
        nameQueries.push_back(sources);
        cancels.push_back(cancel);
        return answers.answer<Dated<std::vector<MetricName>>>(dated(nameList), cancel);
    }
    Async<Dated<std::vector<LabelChoice>>> metricLabels(LabelQuery query, CancelToken cancel = {}) override
    {
        labelQueries.push_back(query);
        cancels.push_back(cancel);
        return answers.answer<Dated<std::vector<LabelChoice>>>(dated(labelList), cancel);
    }
    Async<Dated<LogPage>> logs(LogQuery query, CancelToken cancel = {}) override
    {
        logQueries.push_back(query);
        cancels.push_back(cancel);
        LogPage page;
        page.complete = query.range;
        page.lines = matching(query);
        if (std::ssize(page.lines) > query.limit) {
            page.isTruncated = true;
            if (query.isFromStart) {
                page.complete.to = UtcTime {page.lines[std::size_t(query.limit)].nanos / 1'000'000};
                page.lines.resize(std::size_t(query.limit));
            } else {
                page.lines.erase(page.lines.begin(), page.lines.end() - query.limit);
                page.complete.from = UtcTime {page.lines.front().nanos / 1'000'000};
            }
        }
        return answers.answer<Dated<LogPage>>(dated(std::move(page)), cancel);
    }
    Async<Dated<LogHistogram>> logHistogram(LogQuery query, int buckets, CancelToken cancel = {}) override
    {
        cancels.push_back(cancel);
        LogHistogram histogram;
        histogram.start = query.range.from;
        histogram.step = Millis(std::max<qint64>(1, query.range.length().count() / std::max(1, buckets)));
        histogram.buckets.resize(std::size_t(std::max(1, buckets)));
        for (const LogLine &line : matching(query)) {
            const qint64 at = (line.nanos / 1'000'000 - histogram.start.ms) / histogram.step.count();
            const std::size_t bucket = std::size_t(std::clamp<qint64>(at, 0, std::ssize(histogram.buckets) - 1));
            ++histogram.buckets[bucket][std::size_t(line.level)];
        }
        return answers.answer<Dated<LogHistogram>>(dated(std::move(histogram)), cancel);
    }
    std::unique_ptr<LogTail> tail(LogQuery query) override
    {
        logQueries.push_back(query);
        auto tail = std::make_unique<FakeTail>();
        lastTail = tail.get();
        return tail;
    }
    Async<QString> alertExpression(QString alertname, CancelToken cancel = {}) override
    {
        expressionQueries << alertname;
        cancels.push_back(cancel);
        return answers.answer<QString>(expressions.value(alertname), cancel);
    }

private:
    template <class T> Dated<T> dated(T value) const
    {
        Dated<T> answer {std::move(value), asOf, isLive && failures.empty(), std::nullopt, warnings, failures, asked, {}};
        if (!isLive && failures.empty()) {
            answer.failures.push_back({asked.value(0), staleness.value_or(Error {}), asOf});
        }
        answer.error = answer.isLive ? std::optional<Error>() : staleness;
        return answer;
    }
    std::vector<LogLine> matching(const LogQuery &query) const
    {
        std::vector<LogLine> found;
        for (const LogLine &line : lineList) {
            const bool isField = std::all_of(
                query.fields.begin(), query.fields.end(), [&line](const Label &field) { return line.fields.value(field.name) == field.value; });
            const bool isLevel = query.levels.empty() || std::find(query.levels.begin(), query.levels.end(), line.level) != query.levels.end();
            if (query.range.contains(UtcTime {line.nanos / 1'000'000}) && (query.service.isEmpty() || query.service == line.service) && isField
                && isLevel && (query.text.isEmpty() || QString::fromUtf8(line.text).contains(query.text, Qt::CaseInsensitive))) {
                found.push_back(line);
            }
        }
        return found;
    }
};

} // namespace quarterdeck
