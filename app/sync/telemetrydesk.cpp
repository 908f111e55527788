#include "app/sync/telemetrydesk.h"

#include "app/store/store.h"
#include "app/sync/prober.h"
#include "app/sync/tailfeed.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis ComplainEvery {5'000};
constexpr int CachedHistogramLines = 50'000;

Error noSource(const QString &what, const SourceId &id)
{
    return Error {ErrorKind::Unsupported,
        id.isEmpty() ? QStringLiteral("No %1 source is configured").arg(what) : QStringLiteral("%1 is not open as a %2 source").arg(id, what), id, 0,
        std::nullopt};
}

} // namespace

TelemetryDesk::TelemetryDesk(std::vector<OpenSource> &sources, Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_store(store)
    , m_clock(clock)
{
}

OpenSource *TelemetryDesk::metricEntry(const SourceId &id) const
{
    const auto at = std::find_if(
        m_sources.begin(), m_sources.end(), [&id](const OpenSource &s) { return s.metrics != nullptr && (id.isEmpty() || s.endpoint.id == id); });
    return at == m_sources.end() ? nullptr : &*at;
}

OpenSource *TelemetryDesk::logEntry(const SourceId &id) const
{
    const auto at = std::find_if(
        m_sources.begin(), m_sources.end(), [&id](const OpenSource &s) { return s.logs != nullptr && (id.isEmpty() || s.endpoint.id == id); });
    return at == m_sources.end() ? nullptr : &*at;
}

void TelemetryDesk::follow(TailFeed &feed, const SourceId &source)
{
    const OpenSource *entry = logEntry(source);
    feed.follow(entry == nullptr ? nullptr : entry->logs, m_store);
}

void TelemetryDesk::worked(OpenSource &source)
{
    source.rhythm->answered();
}

void TelemetryDesk::complained(OpenSource &source, const Error &error)
{
    // A refused query says nothing about the source; anything else is worth asking it.
    if (error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Unsupported) {
        return;
    }
    const Millis now = m_clock.monotonic();
    if (!source.rhythm->isAsking() && now - source.complainedAt >= ComplainEvery) {
        source.complainedAt = now;
        source.rhythm->askNow();
    }
}

void TelemetryDesk::range(MetricQuery query, const CancelToken &cancel, const Reply<Dated<std::vector<Series>>> &reply)
{
    OpenSource *entry = metricEntry(query.source);
    if (entry == nullptr) {
        cachedSeries(query, noSource(QStringLiteral("metric"), query.source), reply);
        return;
    }
    query.source = entry->endpoint.id;
    then(entry->metrics->range(query, cancel), this, [this, entry, query, reply](const Result<MetricAnswer> &answer) {
        if (answer) {
            worked(*entry);
            m_store.putSeries(query, answer->series, m_clock.now());
            reply.finish(Dated<std::vector<Series>> {answer->series, m_clock.now(), true, std::nullopt, answer->warnings});
            return;
        }
        complained(*entry, answer.error());
        cachedSeries(query, answer.error(), reply);
    });
}

void TelemetryDesk::cachedSeries(const MetricQuery &query, const Error &why, const Reply<Dated<std::vector<Series>>> &reply)
{
    if (why.kind == ErrorKind::Cancelled || why.kind == ErrorKind::Rejected) {
        reply.finish(tl::unexpected<Error>(why));
        return;
    }
    then(m_store.cachedSeries(query), this, [why, reply](const Result<Dated<std::vector<Series>>> &cached) {
        if (!cached) {
            reply.finish(tl::unexpected<Error>(why));
            return;
        }
        Dated<std::vector<Series>> dated = *cached;
        dated.isLive = false;
        dated.error = why;
        reply.finish(dated);
    });
}

void TelemetryDesk::logs(LogQuery query, const CancelToken &cancel, const Reply<Dated<LogPage>> &reply)
{
    OpenSource *entry = logEntry(query.source);
    if (entry == nullptr) {
        cachedLogs(query, noSource(QStringLiteral("log"), query.source), reply);
        return;
    }
    query.source = entry->endpoint.id;
    then(entry->logs->query(query, cancel), this, [this, entry, query, reply](const Result<LogPage> &page) {
        if (page) {
            worked(*entry);
            LogQuery complete = query;
            complete.range = page->complete;
            m_store.putLogs(page->lines, complete);
            reply.finish(Dated<LogPage> {*page, m_clock.now(), true, std::nullopt});
            return;
        }
        complained(*entry, page.error());
        cachedLogs(query, page.error(), reply);
    });
}

void TelemetryDesk::cachedLogs(const LogQuery &query, const Error &why, const Reply<Dated<LogPage>> &reply)
{
    if (why.kind == ErrorKind::Cancelled || why.kind == ErrorKind::Rejected) {
        reply.finish(tl::unexpected<Error>(why));
        return;
    }
    then(m_store.cachedLogs(query), this, [why, reply](const Result<Dated<LogPage>> &cached) {
        if (!cached) {
            reply.finish(tl::unexpected<Error>(why));
            return;
        }
        Dated<LogPage> dated = *cached;
        dated.isLive = false;
        dated.error = why;
        reply.finish(dated);
    });
}

void TelemetryDesk::histogram(LogQuery query, int buckets, const CancelToken &cancel, const Reply<Dated<LogHistogram>> &reply)
{
    OpenSource *entry = logEntry(query.source);
    if (entry == nullptr) {
        cachedHistogram(query, buckets, noSource(QStringLiteral("log"), query.source), reply);
        return;
    }
    query.source = entry->endpoint.id;
    then(entry->logs->histogram(query, buckets, cancel), this, [this, entry, query, buckets, reply](const Result<LogHistogram> &counts) {
        if (counts) {
            worked(*entry);
            reply.finish(Dated<LogHistogram> {*counts, m_clock.now(), true, std::nullopt});
            return;
        }
        complained(*entry, counts.error());
        cachedHistogram(query, buckets, counts.error(), reply);
    });
}

void TelemetryDesk::cachedHistogram(LogQuery query, int buckets, const Error &why, const Reply<Dated<LogHistogram>> &reply)
{
    query.limit = CachedHistogramLines;
    Reply<Dated<LogPage>> lines;
    cachedLogs(query, why, lines);
    then(lines.future(), this, [query, buckets, reply](const Result<Dated<LogPage>> &page) {
        if (!page) {
            reply.finish(tl::unexpected<Error>(page.error()));
            return;
        }
        LogHistogram counts = countLines(page->value.lines, query.range, buckets);
        counts.isSampled = page->value.isTruncated || page->value.complete != query.range;
        reply.finish(Dated<LogHistogram> {counts, page->asOf, false, page->error});
    });
}

void TelemetryDesk::expression(const QString &alertname, const CancelToken &cancel, const Reply<QString> &reply)
{
    for (const OpenSource &source : m_sources) {
        const QString known = source.prober != nullptr ? source.prober->expression(alertname) : QString();
        if (!known.isEmpty()) {
            reply.finish(known);
            return;
        }
    }
    OpenSource *entry = metricEntry({});
    if (entry == nullptr || entry->prober == nullptr) {
        reply.finish(QString());
        return;
    }
    then(entry->metrics->rules(cancel), this, [entry, alertname, reply](const Result<std::vector<RuleInfo>> &rules) {
        if (!rules) {
            reply.finish(tl::unexpected<Error>(rules.error()));
            return;
        }
        entry->prober->learn(*rules);
        reply.finish(entry->prober->expression(alertname));
    });
}

LogHistogram countLines(const std::vector<LogLine> &lines, TimeRange range, int buckets)
{
    LogHistogram counts;
    counts.start = range.from;
    const qint64 wanted = std::max(1, buckets);
    counts.step = Millis(std::max<qint64>(1, (qint64(range.length().count()) + wanted - 1) / wanted));
    const qint64 needed = (qint64(range.length().count()) + qint64(counts.step.count()) - 1) / qint64(counts.step.count());
    counts.buckets.resize(std::size_t(std::max<qint64>(1, needed)));
    for (const LogLine &line : lines) {
        const qint64 at = (line.nanos / 1'000'000 - range.from.ms) / qint64(counts.step.count());
        if (line.nanos / 1'000'000 >= range.from.ms && at < qint64(counts.buckets.size())) {
            ++counts.buckets[std::size_t(at)][std::size_t(line.level)];
        }
    }
    return counts;
}

} // namespace quarterdeck
