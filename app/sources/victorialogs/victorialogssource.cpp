#include "app/sources/victorialogs/victorialogssource.h"

#include "app/core/combinators.h"
#include "app/sources/api/logpages.h"
#include "app/sources/victorialogs/logsql.h"

#include <algorithm>

namespace quarterdeck {

using namespace victorialogs;

namespace {

constexpr int LineLimit = 100'000;
constexpr int LinesPerReading = 20'000;
constexpr int MostOfAnInstant = 200'000;
constexpr int MostValues = 1'000;
constexpr Millis Week {7 * 86'400'000LL};
constexpr Millis Hour {3'600'000};

Question questionOf(const QString &query, TimeRange range)
{
    return {query, range.from.nanos(), range.to.nanos()};
}

/// Rows of a query whose last pipe is not ours come in no order: which of more than the limit they are is open.
Error anyOfMore(int limit)
{
    return {ErrorKind::TooLarge, QStringLiteral("The pipes of the query leave more than %1 lines, and the server chooses which").arg(limit), {}, 0,
        std::nullopt};
}

Error countedBeforePipes()
{
    return {ErrorKind::Unsupported, QStringLiteral("A VictoriaLogs before 1.30 counts the lines that the pipes of the query leave out, too"), {}, 0,
        std::nullopt};
}

bool hasPipes(const LogQuery &query)
{
    return query.expression.contains(u'|');
}

} // namespace

VictorialogsSource::VictorialogsSource(Endpoint endpoint, VictorialogsOptions options, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_options(std::move(options))
    , m_clock(deps.clock)
    , m_tails(deps.clock)
    , m_server(deps.http, m_endpoint.http, Server {m_endpoint.urls.front(), m_options.account, m_options.project},
          LineRules {m_endpoint.id, m_options.log.fields})
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("victorialogs");
    m_info.faces = Face::Logs;
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<BackendHealth> VictorialogsSource::probe(CancelToken cancel)
{
    const UtcTime now = m_clock.now();
    const auto reached = m_server.reach(questionOf(QStringLiteral("*"), {now - Hour, now}), cancel);
    return flatMap(reached, this, [this, cancel](const HttpResponse &response) {
        return map(m_server.version(cancel), this, [response](const Result<QString> &version) {
            return version.map([&](const QString &told) {
                BackendHealth health;
                health.version = told;
                health.latency = response.elapsed;
                health.clockSkew = response.clockSkew;
                if (response.body.isEmpty()) {
                    health.findings.append(QStringLiteral("No line has come in the last hour"));
                }
                if (told.isEmpty()) {
                    health.findings.append(QStringLiteral("The server does not say its version: it may be older than 1.40"));
                }
                return health;
            });
        });
    });
}

Async<LogPage> VictorialogsSource::query(LogQuery query, CancelToken cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<LogPage>(tl::unexpected(checked.error()));
    }
    query.limit = std::clamp(query.limit, 1, LineLimit);
    const int wanted = query.limit + 1;
    const QString filter = filterOf(query, m_options.log.fields);
    const Question question = questionOf(query.isFromStart ? oldest(filter, wanted) : filter, query.range);
    const auto lines = m_server.lines(question, query.isFromStart ? 0 : wanted, std::move(cancel));
    return map(lines, this, [this, query](Result<std::vector<LogLine>> found) {
        return found.map([&](std::vector<LogLine> &all) {
            LogPage page;
            page.lines = std::move(all);
            page.complete = answeredRange(query, m_clock.now());
            cutToLimit(page, query);
            if (page.isTruncated && hasPipes(query) && !query.isFromStart) {
                page.lacks.push_back(anyOfMore(query.limit));
                page.complete.from = page.complete.to;
            }
            return page;
        });
    });
}

Async<LogHistogram> VictorialogsSource::histogram(LogQuery query, int buckets, CancelToken cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<LogHistogram>(tl::unexpected(checked.error()));
    }
    const HitsQuestion question {questionOf(filterOf(query, m_options.log.fields), query.range), emptyHistogram(query.range, buckets), query.levels};
    const auto counts = m_server.hits(question, cancel);
    if (!hasPipes(query)) {
        return counts;
    }
    return flatMap(counts, this, [this, cancel](const LogHistogram &counted) {
        return map(m_server.version(cancel), this, [counted](const Result<QString> &version) {
            return version.map([&](const QString &told) {
                LogHistogram histogram = counted;
                if (!countsAfterPipes(told)) {
                    histogram.lacks.push_back(countedBeforePipes());
                    histogram.isSampled = true;
                }
                return histogram;
            });
        });
    });
}

Async<TailReading> VictorialogsSource::readTail(const LogQuery &query, qint64 from, qint64 to, int most, const CancelToken &cancel)
{
    const Question question {oldest(filterOf(query, m_options.log.fields), most), from, to};
    return flatMap(m_server.lines(question, 0, cancel), this, [this, query, from, to, most, cancel](std::vector<LogLine> lines) {
        const bool isFull = std::ssize(lines) >= most;
        if (isFull && lines.front().nanos == lines.back().nanos && most < MostOfAnInstant) {
            return readTail(query, from, to, MostOfAnInstant, cancel);
        }
        return ready<TailReading>(readingOf(std::move(lines), isFull));
    });
}

Async<Done> VictorialogsSource::tail(LogQuery query, TailSink sink, CancelToken cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<Done>(tl::unexpected(checked.error()));
    }
    const TailReader reader = [this, query](
                                  qint64 from, qint64 to, const CancelToken &stop) { return readTail(query, from, to, LinesPerReading, stop); };
    return m_tails.follow(query, reader, std::move(sink), m_options.log.tail, std::move(cancel));
}

Async<QStringList> VictorialogsSource::fieldValues(QString field, CancelToken cancel)
{
    if (field.isEmpty()) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A field has a name")));
    }
    const UtcTime now = m_clock.now();
    const auto asked = m_server.values(questionOf(QStringLiteral("*"), {now - Week, now}), field, MostValues, std::move(cancel));
    return map(asked, this, [field](Result<QStringList> values) -> Result<QStringList> {
        if (values && values->size() >= MostValues) {
            return fail(ErrorKind::Rejected, QStringLiteral("The field %1 has too many different values to list").arg(field));
        }
        return values;
    });
}

} // namespace quarterdeck
