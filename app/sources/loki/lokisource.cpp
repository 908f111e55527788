#include "app/sources/loki/lokisource.h"

#include "app/core/combinators.h"
#include "app/domain/logmerge.h"
#include "app/sources/api/logpages.h"
#include "app/sources/loki/counting.h"
#include "app/sources/loki/logql.h"
#include "app/sources/loki/pages.h"

#include <algorithm>

namespace quarterdeck {

using namespace loki;

namespace {

constexpr int LineLimit = 100'000;
constexpr int LinesPerReading = 20'000;
constexpr Millis LearntFor {15'000};
constexpr Millis LookBack {6 * 3'600'000};
constexpr Millis Week {7 * 86'400'000LL};
constexpr Millis Month {30 * 86'400'000LL};
constexpr Millis Hour {3'600'000};

QString firstKnown(const QStringList &names, const QStringList &known)
{
    const auto found = std::ranges::find_if(names, [&known](const QString &name) { return known.contains(name); });
    return found == names.end() ? QString() : *found;
}

BackendHealth healthOf(const QStringList &labels, const HttpResponse &response, const QString &version, const LineFields &fields)
{
    BackendHealth health;
    health.version = version;
    health.latency = response.elapsed;
    health.clockSkew = response.clockSkew;
    const QString service = firstKnown(fields.service, labels);
    if (labels.isEmpty()) {
        health.findings.append(QStringLiteral("No stream has come in the last hour"));
    } else if (service.isEmpty()) {
        health.findings.append(
            QStringLiteral("No stream has one of the labels %1: set service_field to the label that identifies the service (one of %2)")
                .arg(fields.service.join(QStringLiteral(", ")), labels.join(QStringLiteral(", "))));
    } else {
        health.findings.append(QStringLiteral("Services are identified by the label %1").arg(service));
    }
    if (version.isEmpty()) {
        health.findings.append(QStringLiteral("The server does not say its version"));
    }
    return health;
}

} // namespace

LokiSource::LokiSource(Endpoint endpoint, LokiOptions options, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_options(std::move(options))
    , m_clock(deps.clock)
    , m_tails(deps.clock)
    , m_server(deps.http, m_endpoint.http, Server {m_endpoint.urls.front(), m_options.tenant}, LineRules {m_endpoint.id, m_options.log.fields})
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("loki");
    m_info.faces = Face::Logs;
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<BackendHealth> LokiSource::probe(CancelToken cancel)
{
    const UtcTime now = m_clock.now();
    return flatMap(m_server.labels({now - Hour, now}, cancel), this, [this, cancel](const std::pair<QStringList, HttpResponse> &labels) {
        return map(m_server.version(cancel), this, [this, labels](const Result<QString> &version) {
            return version.map([&](const QString &told) { return healthOf(labels.first, labels.second, told, m_options.log.fields); });
        });
    });
}

Async<Streams> LokiSource::streams(TimeRange range, bool needsOrder, const CancelToken &cancel)
{
    const UtcTime now = m_clock.now();
    // The server lists labels of no more than its longest range, which is a month as a rule.
    const UtcTime end = std::min(range.to, now);
    const TimeRange wide {std::max(std::min(range.from, end - LookBack), end - Month), end};
    if (m_learnt) {
        // A new stream without any of the labels is found a little later: a tail looks back further than that.
        const bool isFresh = m_clock.monotonic() - m_learnt->at < LearntFor;
        const bool isCovered = m_learnt->range.from <= range.from && (range.to <= m_learnt->range.to || range.to > now);
        if (isFresh && isCovered && (m_learnt->hasOrder || !needsOrder)) {
            return ready<Streams>(Streams(m_learnt->streams));
        }
    }
    const auto asked = flatMap(
        m_server.labels(wide, cancel), this, [this, wide, needsOrder, cancel](const std::pair<QStringList, HttpResponse> &labels) {
            const Streams streams {labels.first, labels.first};
            return needsOrder && labels.first.size() > 1 ? withOrder(streams, wide, cancel) : ready<Streams>(Streams(streams));
        });
    return map(asked, this, [this, wide, needsOrder](Result<Streams> streams) {
        // Where there is nothing yet, the first line is not to wait.
        if (streams && !streams->labels.isEmpty()) {
            m_learnt = Learnt {*streams, wide, m_clock.monotonic(), needsOrder};
        }
        return streams;
    });
}

Async<Streams> LokiSource::withOrder(const Streams &labels, TimeRange range, const CancelToken &cancel)
{
    return map(m_server.series(range, cancel), this, [labels](const Result<std::vector<Labels>> &series) -> Result<Streams> {
        if (!series && series.error().kind == ErrorKind::Cancelled) {
            return tl::unexpected(series.error());
        }
        // Without a list of streams every label is a question of its own: more of them, and no line less.
        const QStringList order = series ? coveringLabels(*series) : QStringList();
        return Streams {labels.labels, order.isEmpty() ? labels.labels : order};
    });
}

Async<Questions> LokiSource::questions(const LogQuery &query, const CancelToken &cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<Questions>(tl::unexpected(checked.error()));
    }
    if (!query.expression.isEmpty()) {
        return ready<Questions>(questionsOf(query, m_options.log.fields, {}));
    }
    return flatMap(streams(query.range, false, cancel), this, [this, query, cancel](const Streams &known) {
        if (!needsAllStreams(query, m_options.log.fields, known.labels)) {
            auto made = questionsOf(query, m_options.log.fields, known);
            if (made && made->lack) {
                m_learnt.reset();
            }
            return ready<Questions>(std::move(made));
        }
        return map(streams(query.range, true, cancel), this, [this, query](const Result<Streams> &all) {
            return all.and_then([&](const Streams &streams) { return questionsOf(query, m_options.log.fields, streams); });
        });
    });
}

Async<std::vector<ReadLines>> LokiSource::read(const Questions &questions, const ReadPlan &plan, const CancelToken &cancel)
{
    std::vector<Async<ReadLines>> reads;
    for (const QString &query : questions.queries) {
        ReadPlan own = plan;
        own.query = query;
        reads.push_back((new LineReader(m_server, own, cancel, this))->run());
    }
    if (reads.empty()) {
        // Nothing has a label that is asked for.
        ReadLines none;
        none.from = plan.from;
        none.to = plan.to;
        return ready<std::vector<ReadLines>>(std::vector<ReadLines> {none});
    }
    const Reply<std::vector<ReadLines>> reply;
    whenAll(reads, this, [reply](std::vector<Result<ReadLines>> results) {
        std::vector<ReadLines> all;
        for (Result<ReadLines> &one : results) {
            if (!one) {
                reply.finish(tl::unexpected(one.error()));
                return;
            }
            all.push_back(std::move(*one));
        }
        reply.finish(std::move(all));
    });
    return reply.future();
}

Async<LogPage> LokiSource::query(LogQuery query, CancelToken cancel)
{
    query.limit = std::clamp(query.limit, 1, LineLimit);
    return flatMap(questions(query, cancel), this, [this, query, cancel](const Questions &questions) {
        const ReadPlan plan {{}, query.range.from.nanos(), query.range.to.nanos(), query.limit + 1, query.isFromStart};
        return map(read(questions, plan, cancel), this, [this, query, lack = questions.lack](Result<std::vector<ReadLines>> reads) {
            return reads.map([&](std::vector<ReadLines> &all) {
                std::vector<LogPage> pages;
                for (ReadLines &one : all) {
                    keepLevels(one.lines, query.levels);
                    pages.push_back(pageOf(std::move(one), query, m_clock.now()));
                }
                LogPage page = mergePages(std::move(pages), query);
                if (lack) {
                    page.lacks.push_back(*lack);
                    page.complete.from = page.complete.to;
                }
                return page;
            });
        });
    });
}

Async<LogHistogram> LokiSource::histogram(LogQuery query, int buckets, CancelToken cancel)
{
    return flatMap(questions(query, cancel), this, [this, query, buckets, cancel](const Questions &questions) {
        std::vector<Async<CountsAnswer>> parts;
        LogHistogram empty = countPlan({}, m_options.log.fields.level, query.range, buckets).empty;
        if (questions.lack) {
            empty.lacks.push_back(*questions.lack);
            empty.isSampled = true;
        }
        for (const QString &one : questions.queries) {
            for (const CountsQuestion &question : countPlan(one, m_options.log.fields.level, query.range, buckets).questions) {
                parts.push_back(m_server.counts(question, cancel));
            }
        }
        if (parts.empty()) {
            return ready<LogHistogram>(std::move(empty));
        }
        const Reply<LogHistogram> reply;
        whenAll(parts, this, [this, reply, empty, levels = query.levels](const std::vector<Result<CountsAnswer>> &results) {
            LogHistogram counts = empty;
            for (const Result<CountsAnswer> &one : results) {
                if (!one) {
                    reply.finish(tl::unexpected(one.error()));
                    return;
                }
                addCounts(counts, *one, m_options.log.fields, levels);
            }
            reply.finish(std::move(counts));
        });
        return reply.future();
    });
}

Async<TailReading> LokiSource::readTail(const LogQuery &query, qint64 from, qint64 to, const CancelToken &cancel)
{
    LogQuery part = query;
    part.range = {UtcTime {from / 1'000'000}, UtcTime {to / 1'000'000}};
    return flatMap(questions(part, cancel), this, [this, query, from, to, cancel](const Questions &questions) {
        const ReadPlan plan {{}, from, to, LinesPerReading, true};
        return map(read(questions, plan, cancel), this, [query](Result<std::vector<ReadLines>> reads) {
            return reads.map([&query](std::vector<ReadLines> &all) {
                TailReading reading = readingOf(std::move(all));
                keepLevels(reading.lines, query.levels);
                return reading;
            });
        });
    });
}

Async<Done> LokiSource::tail(LogQuery query, TailSink sink, CancelToken cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<Done>(tl::unexpected(checked.error()));
    }
    const TailReader reader = [this, query](qint64 from, qint64 to, const CancelToken &stop) { return readTail(query, from, to, stop); };
    return m_tails.follow(query, reader, std::move(sink), m_options.log.tail, std::move(cancel));
}

Async<QStringList> LokiSource::fieldValues(QString field, CancelToken cancel)
{
    if (!isLabelName(field)) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A label of Loki is written in letters, digits and underscores"), field));
    }
    const UtcTime now = m_clock.now();
    const TimeRange range {now - Week, now};
    return flatMap(streams(range, true, cancel), this, [this, field, range, cancel](const Streams &known) {
        if (known.labels.contains(field) || known.order.isEmpty()) {
            return m_server.values(field, range, cancel);
        }
        return m_server.detectedValues(field, selector({present(known.order.front())}), range, cancel);
    });
}

} // namespace quarterdeck
