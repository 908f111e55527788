#include "app/sync/telemetrydesk.h"

#include "app/core/combinators.h"
#include "app/domain/logmerge.h"
#include "app/domain/longtext.h"
#include "app/store/store.h"
#include "app/sync/gathered.h"
#include "app/sync/prober.h"
#include "app/sync/tailfeed.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int CachedHistogramLines = 50'000;

/// What a source says of the parts that it lacks, as its warnings.
QStringList warningsOf(const std::vector<Error> &lacks)
{
    QStringList warnings;
    for (const Error &lack : lacks) {
        warnings.append(lack.what);
    }
    return warnings;
}

/// An expression that names no source is in one language: that of Prometheus, where a source takes it. Those that take another would refuse it.
std::vector<AskedSource> ofOneLanguage(std::vector<AskedSource> asked)
{
    const auto isOpen = [](const AskedSource &one) { return one.open != nullptr; };
    const auto takesPromQl = [](const AskedSource &one) { return one.open->source->info().metricLanguage == PromQl; };
    if (std::ranges::any_of(asked, [&](const AskedSource &one) { return isOpen(one) && takesPromQl(one); })) {
        std::erase_if(asked, [&](const AskedSource &one) { return isOpen(one) && !takesPromQl(one); });
    }
    return asked;
}

} // namespace

TelemetryDesk::TelemetryDesk(std::vector<OpenSource> &sources, Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_asked(sources, clock)
    , m_guide(m_asked, clock)
    , m_store(store)
    , m_clock(clock)
{
}

void TelemetryDesk::addMissing(const SourceStatus &status)
{
    m_asked.addMissing(status);
}

void TelemetryDesk::follow(TailFeed &feed, const QStringList &sources)
{
    std::vector<TailFeed::Followed> followed;
    for (const Asked &asked : m_asked.of(Face::Logs, sources)) {
        followed.push_back({asked.id, asked.open == nullptr ? nullptr : asked.open->source->logs(), asked.why.what});
    }
    feed.follow(followed, m_store);
}

void TelemetryDesk::range(const MetricQuery &query, const CancelToken &cancel, const Reply<Dated<std::vector<Series>>> &reply)
{
    using Value = std::vector<Series>;
    std::vector<Asked> asked = m_asked.of(Face::Metrics, query.sources);
    if (query.sources.isEmpty()) {
        asked = ofOneLanguage(std::move(asked));
    }
    std::vector<Async<Dated<Value>>> parts;
    for (const Asked &one : asked) {
        parts.push_back(rangeOf(one, query, cancel));
    }
    whenAll(parts, this, [names = namesOf(asked), reply](const std::vector<Result<Dated<Value>>> &results) {
        auto all = gathered<Value>(names, results);
        if (!all) {
            reply.finish(tl::unexpected<Error>(all.error()));
            return;
        }
        Dated<Value> answer = std::move(all->about);
        for (Value &value : all->values) {
            std::move(value.begin(), value.end(), std::back_inserter(answer.value));
        }
        reply.finish(std::move(answer));
    });
}

Async<Dated<std::vector<Series>>> TelemetryDesk::rangeOf(const Asked &asked, MetricQuery query, const CancelToken &cancel)
{
    using Value = std::vector<Series>;
    query.sources = asked.id.isEmpty() ? QStringList() : QStringList {asked.id};
    if (asked.open == nullptr) {
        return cachedSeries(query, asked.why);
    }
    const Reply<Dated<Value>> reply;
    OpenSource *entry = asked.open;
    then(entry->source->metrics()->range(query, cancel), this, [this, entry, query, reply](const Result<MetricAnswer> &answer) {
        if (answer) {
            AskedSources::worked(*entry);
            Dated<Value> live {answer->series, m_clock.now(), true, std::nullopt, answer->warnings};
            for (Series &series : live.value) {
                series.source = entry->endpoint.id;
            }
            m_store.putSeries(query, live.value, live.asOf, live.warnings);
            reply.finish(std::move(live));
            return;
        }
        m_asked.complained(*entry, answer.error());
        then(cachedSeries(query, answer.error()), this, [reply](const Result<Dated<Value>> &cached) { reply.finish(cached); });
    });
    return reply.future();
}

Async<Dated<std::vector<Series>>> TelemetryDesk::cachedSeries(const MetricQuery &query, const Error &why)
{
    using Value = std::vector<Series>;
    if (isFinal(why)) {
        return ready<Dated<Value>>(tl::unexpected<Error>(why));
    }
    const Reply<Dated<Value>> reply;
    then(m_store.cachedSeries(query), this, [why, reply](const Result<Dated<Value>> &cached) { reply.finish(notLive(cached, why)); });
    return reply.future();
}

void TelemetryDesk::logs(const LogQuery &query, const CancelToken &cancel, const Reply<Dated<LogPage>> &reply)
{
    const std::vector<Asked> asked = m_asked.of(Face::Logs, query.sources);
    std::vector<Async<Dated<LogPage>>> parts;
    for (const Asked &one : asked) {
        parts.push_back(logsOf(one, query, cancel));
    }
    whenAll(parts, this, [names = namesOf(asked), query, reply](const std::vector<Result<Dated<LogPage>>> &results) {
        auto all = gathered<LogPage>(names, results);
        if (!all) {
            reply.finish(tl::unexpected<Error>(all.error()));
            return;
        }
        Dated<LogPage> answer = std::move(all->about);
        answer.value = mergePages(std::move(all->values), query);
        if (all->hasHole) {
            answer.value.complete = {query.range.to, query.range.to};
        }
        reply.finish(std::move(answer));
    });
}

Async<Dated<LogPage>> TelemetryDesk::logsOf(const Asked &asked, LogQuery query, const CancelToken &cancel)
{
    query.sources = asked.id.isEmpty() ? QStringList() : QStringList {asked.id};
    if (asked.open == nullptr) {
        return cachedLogs(query, asked.why);
    }
    const Reply<Dated<LogPage>> reply;
    OpenSource *entry = asked.open;
    then(entry->source->logs()->query(query, cancel), this, [this, entry, query, reply](const Result<LogPage> &page) {
        if (page) {
            AskedSources::worked(*entry);
            LogPage bounded = *page;
            std::ranges::for_each(bounded.lines, boundLine);
            if (query.expression.isEmpty()) {
                LogQuery complete = query;
                complete.range = bounded.complete;
                m_store.putLogs(bounded.lines, complete);
            }
            reply.finish(Dated<LogPage> {std::move(bounded), m_clock.now(), true, std::nullopt, warningsOf(page->lacks)});
            return;
        }
        m_asked.complained(*entry, page.error());
        then(cachedLogs(query, page.error()), this, [reply](const Result<Dated<LogPage>> &cached) { reply.finish(cached); });
    });
    return reply.future();
}

Async<Dated<LogPage>> TelemetryDesk::cachedLogs(const LogQuery &query, const Error &why)
{
    // What an expression finds only its source can say.
    if (isFinal(why) || !query.expression.isEmpty()) {
        return ready<Dated<LogPage>>(tl::unexpected<Error>(why));
    }
    const Reply<Dated<LogPage>> reply;
    then(m_store.cachedLogs(query), this, [why, reply](const Result<Dated<LogPage>> &cached) { reply.finish(notLive(cached, why)); });
    return reply.future();
}

void TelemetryDesk::histogram(const LogQuery &query, int buckets, const CancelToken &cancel, const Reply<Dated<LogHistogram>> &reply)
{
    const std::vector<Asked> asked = m_asked.of(Face::Logs, query.sources);
    std::vector<Async<Dated<LogHistogram>>> parts;
    for (const Asked &one : asked) {
        parts.push_back(histogramOf(one, query, buckets, cancel));
    }
    whenAll(parts, this, [names = namesOf(asked), reply](const std::vector<Result<Dated<LogHistogram>>> &results) {
        auto all = gathered<LogHistogram>(names, results);
        if (!all) {
            reply.finish(tl::unexpected<Error>(all.error()));
            return;
        }
        Dated<LogHistogram> answer = std::move(all->about);
        answer.value = mergeHistograms(std::move(all->values));
        if (all->hasHole) {
            answer.value.isSampled = true;
            answer.value.complete = {};
        }
        reply.finish(std::move(answer));
    });
}

Async<Dated<LogHistogram>> TelemetryDesk::histogramOf(const Asked &asked, LogQuery query, int buckets, const CancelToken &cancel)
{
    query.sources = asked.id.isEmpty() ? QStringList() : QStringList {asked.id};
    if (asked.open == nullptr) {
        return cachedHistogram(query, buckets, asked.why);
    }
    const Reply<Dated<LogHistogram>> reply;
    OpenSource *entry = asked.open;
    then(entry->source->logs()->histogram(query, buckets, cancel), this, [this, entry, query, buckets, reply](const Result<LogHistogram> &counts) {
        if (counts) {
            AskedSources::worked(*entry);
            reply.finish(Dated<LogHistogram> {*counts, m_clock.now(), true, std::nullopt, warningsOf(counts->lacks)});
            return;
        }
        m_asked.complained(*entry, counts.error());
        then(cachedHistogram(query, buckets, counts.error()), this, [reply](const Result<Dated<LogHistogram>> &cached) { reply.finish(cached); });
    });
    return reply.future();
}

Async<Dated<LogHistogram>> TelemetryDesk::cachedHistogram(LogQuery query, int buckets, const Error &why)
{
    query.limit = CachedHistogramLines;
    const Reply<Dated<LogHistogram>> reply;
    then(cachedLogs(query, why), this, [query, buckets, reply](const Result<Dated<LogPage>> &page) {
        if (!page) {
            reply.finish(tl::unexpected<Error>(page.error()));
            return;
        }
        LogHistogram counts = countLines(page->value.lines, query.range, buckets);
        counts.complete = page->value.complete;
        counts.isSampled = page->value.isTruncated || page->value.complete != query.range;
        reply.finish(Dated<LogHistogram> {counts, page->asOf, false, page->error});
    });
    return reply.future();
}

void TelemetryDesk::expression(const QString &alertname, const CancelToken &cancel, const Reply<QString> &reply)
{
    std::vector<Async<std::vector<RuleInfo>>> lists;
    std::vector<OpenSource *> asked;
    for (OpenSource &source : m_sources) {
        const QString known = source.prober != nullptr ? source.prober->expression(alertname) : QString();
        if (!known.isEmpty()) {
            reply.finish(known);
            return;
        }
        if (source.source->rules() != nullptr && source.prober != nullptr) {
            asked.push_back(&source);
        }
    }
    if (asked.empty()) {
        reply.finish(QString());
        return;
    }
    for (OpenSource *source : asked) {
        lists.push_back(source->source->rules()->rules(cancel));
    }
    whenAll(lists, this, [asked, alertname, reply](const std::vector<Result<std::vector<RuleInfo>>> &results) {
        std::optional<Error> error;
        QString found;
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (!results[i]) {
                error = results[i].error();
                continue;
            }
            asked[i]->prober->learn(*results[i]);
            found = found.isEmpty() ? asked[i]->prober->expression(alertname) : found;
        }
        // Where one has not answered, nobody can say that the rule is unknown.
        reply.finish(found.isEmpty() && error ? Result<QString>(tl::unexpected<Error>(*error)) : Result<QString>(found));
    });
}

} // namespace quarterdeck
