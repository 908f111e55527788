#include "app/sources/elasticsearch/elasticsearchsource.h"

#include "app/core/combinators.h"
#include "app/sources/api/logpages.h"

#include <algorithm>

namespace quarterdeck {

using namespace elasticsearch;

namespace {

constexpr int LineLimit = 100'000;
constexpr int LinesPerReading = 20'000;
constexpr int MostValues = 1'000;
constexpr Millis LearntFor {60'000};
constexpr Millis Week {7 * 86'400'000LL};
constexpr Millis Hour {3'600'000};

Names namesOf(const ElasticsearchOptions &options)
{
    Names names = options.names;
    names.fields = options.log.fields;
    return names;
}

QStringList findingsOf(const ServerInfo &info, const ReadHits &hour)
{
    QStringList findings;
    for (const Error &lack : hour.lacks) {
        findings.append(lack.what);
    }
    if (hour.lines.empty() && hour.lacks.empty()) {
        findings.append(QStringLiteral("No line has come in the last hour"));
    }
    findings.append(QStringLiteral("%1, cluster %2")
                        .arg(info.flavour == Flavour::OpenSearch ? QStringLiteral("OpenSearch") : QStringLiteral("Elasticsearch"), info.cluster));
    return findings;
}

/// What a tail cannot go on without saying: of a part that did not answer, lines may be missing for good.
bool isPartly(const ReadHits &read)
{
    return std::ranges::any_of(read.lacks, [](const Error &lack) { return lack.kind != ErrorKind::NotFound; });
}

} // namespace

ElasticsearchSource::ElasticsearchSource(Endpoint endpoint, ElasticsearchOptions options, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_options(std::move(options))
    , m_clock(deps.clock)
    , m_tails(deps.clock)
    , m_server(deps.http, m_endpoint.http, Server {m_endpoint.urls.front(), m_options.index}, LineRules {m_endpoint.id, namesOf(m_options)})
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("elasticsearch");
    m_info.faces = Face::Logs;
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<BackendHealth> ElasticsearchSource::probe(CancelToken cancel)
{
    return flatMap(m_server.info(cancel), this, [this, cancel](const std::pair<ServerInfo, HttpResponse> &told) {
        LogQuery query;
        query.range = {m_clock.now() - Hour, m_clock.now()};
        const auto hour = flatMap(ask(query, cancel), this, [this, cancel](const Asked &asked) { return read(asked, false, 1, cancel); });
        return map(hour, this, [told](const Result<ReadHits> &read) {
            return read.map([&](const ReadHits &hits) {
                BackendHealth health;
                health.version = told.first.version;
                health.latency = told.second.elapsed;
                health.clockSkew = told.second.clockSkew;
                health.findings = findingsOf(told.first, hits);
                return health;
            });
        });
    });
}

Async<FieldTypes> ElasticsearchSource::types(const QStringList &names, const CancelToken &cancel)
{
    if (m_learnt && m_learnt->names == names && m_clock.monotonic() - m_learnt->at < LearntFor) {
        return ready<FieldTypes>(FieldTypes(m_learnt->types));
    }
    return map(m_server.types(names, cancel), this, [this, names](Result<FieldTypes> types) {
        if (types) {
            m_learnt = Learnt {names, *types, m_clock.monotonic()};
        }
        return types;
    });
}

Async<ElasticsearchSource::Asked> ElasticsearchSource::ask(const LogQuery &query, const CancelToken &cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<Asked>(tl::unexpected(checked.error()));
    }
    return map(types(fieldsOf(query, m_server.names()), cancel), this, [this, query](const Result<FieldTypes> &types) {
        return types.and_then([&](const FieldTypes &known) {
            return written(query, m_server.names(), known).map([&known](Written written) { return Asked {std::move(written), known}; });
        });
    });
}

Async<ReadHits> ElasticsearchSource::read(const Asked &asked, bool isForward, int limit, const CancelToken &cancel)
{
    ReadPlan plan {asked.written.json, asked.types.isOfMixedTimes(m_server.names().time), isForward, limit};
    return map((new HitReader(m_server, std::move(plan), cancel, this))->run(), this, [lack = asked.written.lack](Result<ReadHits> hits) {
        // Where no index matches, none has a field either.
        if (hits && lack && hits->lacks.empty()) {
            hits->lacks.push_back(*lack);
        }
        return hits;
    });
}

Async<LogPage> ElasticsearchSource::query(LogQuery query, CancelToken cancel)
{
    query.limit = std::clamp(query.limit, 1, LineLimit);
    const auto hits = flatMap(
        ask(query, cancel), this, [this, query, cancel](const Asked &asked) { return read(asked, query.isFromStart, query.limit + 1, cancel); });
    return map(hits, this, [this, query](Result<ReadHits> read) {
        return read.map([&](ReadHits &all) {
            LogPage page;
            page.lines = std::move(all.lines);
            page.lacks = std::move(all.lacks);
            page.complete = answeredRange(query, m_clock.now());
            cutToLimit(page, query);
            if (!page.lacks.empty()) {
                page.complete.from = page.complete.to;
            }
            return page;
        });
    });
}

Async<LogHistogram> ElasticsearchSource::histogram(LogQuery query, int buckets, CancelToken cancel)
{
    return flatMap(ask(query, cancel), this, [this, query, buckets, cancel](const Asked &asked) {
        std::array<QByteArray, 5> levels;
        for (std::size_t level = 0; level < levels.size(); ++level) {
            levels.at(level) = levelCondition(LogLevel(level), m_server.names().fields.level, asked.types);
        }
        const auto counts = m_server.counts(asked.written.json, emptyHistogram(query.range, buckets), levels, cancel);
        return map(counts, this, [lack = asked.written.lack](Result<LogHistogram> counted) {
            if (counted && lack && counted->lacks.empty()) {
                counted->lacks.push_back(*lack);
                counted->isSampled = true;
            }
            return counted;
        });
    });
}

Async<TailReading> ElasticsearchSource::readTail(LogQuery query, qint64 from, qint64 to, const CancelToken &cancel)
{
    query.range = {floorMs(from), ceilMs(to)};
    const auto hits = flatMap(ask(query, cancel), this, [this, cancel](const Asked &asked) { return read(asked, true, LinesPerReading, cancel); });
    return map(hits, this, [from](Result<ReadHits> read) {
        return read.map([from](ReadHits &all) {
            TailReading reading;
            if (isPartly(all)) {
                reading.gap = floorMs(from);
            }
            if (!all.isWhole && !all.lines.empty()) {
                const UtcTime last = floorMs(all.lines.back().nanos);
                const bool isStuck = last <= floorMs(from);
                reading.gap = isStuck && !reading.gap ? last : reading.gap;
                reading.goesOnAt = (isStuck ? last + Millis(1) : last).nanos();
            }
            reading.lines = std::move(all.lines);
            return reading;
        });
    });
}

Async<Done> ElasticsearchSource::tail(LogQuery query, TailSink sink, CancelToken cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<Done>(tl::unexpected(checked.error()));
    }
    const TailReader reader = [this, query](qint64 from, qint64 to, const CancelToken &stop) { return readTail(query, from, to, stop); };
    return m_tails.follow(query, reader, std::move(sink), m_options.log.tail, std::move(cancel));
}

Async<QStringList> ElasticsearchSource::fieldValues(QString field, CancelToken cancel)
{
    LogQuery query;
    query.range = {m_clock.now() - Week, m_clock.now()};
    const QStringList names = fieldsOf(query, m_server.names()) + QStringList {field};
    return flatMap(types(names, cancel), this, [this, query, field, cancel](const FieldTypes &types) {
        const QStringList whole = types.wholeNames(field);
        const auto written = elasticsearch::written(query, m_server.names(), types);
        if (whole.isEmpty() || !written) {
            return ready<QStringList>(fail(ErrorKind::Rejected,
                types.has(field) ? QStringLiteral("The values of %1 are split into words: they cannot be listed").arg(field)
                                 : QStringLiteral("No index has the field %1").arg(field)));
        }
        return m_server.values(written->json, whole.front(), field, MostValues, cancel);
    });
}

} // namespace quarterdeck
