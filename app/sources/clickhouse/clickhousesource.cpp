#include "app/sources/clickhouse/clickhousesource.h"

#include "app/core/combinators.h"
#include "app/sources/api/logpages.h"

#include <algorithm>

namespace quarterdeck {

using namespace clickhouse;

namespace {

constexpr int LineLimit = 100'000;
constexpr int LinesPerReading = 20'000;
constexpr int MostOfAnInstant = 200'000;
constexpr int MostValues = 1'000;
constexpr Millis ColumnsFor {60'000};
constexpr Millis Week {7 * 86'400'000LL};

} // namespace

ClickhouseSource::ClickhouseSource(Endpoint endpoint, ClickhouseOptions options, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_options(std::move(options))
    , m_clock(deps.clock)
    , m_tails(deps.clock)
    , m_server(deps.http, m_endpoint.http, m_endpoint.urls.front())
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("clickhouse");
    m_info.faces = Face::Logs;
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<BackendHealth> ClickhouseSource::probe(CancelToken cancel)
{
    const auto told = m_server.ask(QStringLiteral("SELECT version() AS v FORMAT JSONEachRow"), cancel);
    return flatMap(told, this, [this, cancel](const HttpResponse &response) {
        return map(columns(cancel), this, [this, response](const Result<Columns> &known) -> Result<BackendHealth> {
            const auto version = parseValues(response.body);
            if (!known || !version) {
                return tl::unexpected(known ? version.error() : known.error());
            }
            BackendHealth health;
            health.version = version->value(0);
            health.latency = response.elapsed;
            health.clockSkew = response.clockSkew;
            for (const QString &name :
                QStringList {m_options.table.time, m_options.table.message} + m_options.log.fields.service + m_options.log.fields.level) {
                if (!known->contains(name)) {
                    health.findings.append(QStringLiteral("The table %1 has no column %2").arg(m_options.table.name, name));
                }
            }
            return health;
        });
    });
}

Async<Columns> ClickhouseSource::columns(const CancelToken &cancel)
{
    if (!m_columns.isEmpty() && m_clock.monotonic() - m_columnsAt < ColumnsFor) {
        return ready<Columns>(Columns(m_columns));
    }
    return map(parsed<Columns>(m_server.ask(columnsQuery(m_options.table), cancel), this, parseColumns), this, [this](Result<Columns> known) {
        if (known) {
            m_columns = *known;
            m_columnsAt = m_clock.monotonic();
        }
        return known;
    });
}

Async<ClickhouseSource::Asked> ClickhouseSource::ask(const LogQuery &query, qint64 from, qint64 to, const CancelToken &cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<Asked>(tl::unexpected(checked.error()));
    }
    return map(columns(cancel), this, [this, query, from, to](const Result<Columns> &known) {
        return known.and_then([&](const Columns &columns) {
            return conditions(query, from, to, m_options.table, columns).map([&columns](const QString &written) { return Asked {written, columns}; });
        });
    });
}

Async<std::vector<LogLine>> ClickhouseSource::lines(const Asked &asked, int limit, bool isForward, const CancelToken &cancel)
{
    const LineRules rules {m_endpoint.id, m_options.table};
    const auto rows = m_server.ask(linesQuery(asked.conditions, limit, isForward, m_options.table, asked.columns), cancel);
    return parsed<std::vector<LogLine>>(rows, this, [rules](QByteArrayView body) { return parseLines(body, rules); });
}

Async<LogPage> ClickhouseSource::query(LogQuery query, CancelToken cancel)
{
    query.limit = std::clamp(query.limit, 1, LineLimit);
    const auto asked = ask(query, query.range.from.nanos(), query.range.to.nanos(), cancel);
    const auto found = flatMap(
        asked, this, [this, query, cancel](const Asked &known) { return lines(known, query.limit + 1, query.isFromStart, cancel); });
    return map(found, this, [this, query](Result<std::vector<LogLine>> lines) {
        return lines.map([&](std::vector<LogLine> &all) {
            LogPage page;
            page.lines = std::move(all);
            page.complete = answeredRange(query, m_clock.now());
            cutToLimit(page, query);
            return page;
        });
    });
}

Async<LogHistogram> ClickhouseSource::histogram(LogQuery query, int buckets, CancelToken cancel)
{
    const qint64 from = query.range.from.nanos();
    return flatMap(ask(query, from, query.range.to.nanos(), cancel), this, [this, query, buckets, from, cancel](const Asked &asked) {
        const LogHistogram empty = emptyHistogram(query.range, buckets);
        const auto rows = m_server.ask(countsQuery(asked.conditions, from, empty.step, m_options.table, asked.columns), cancel);
        return parsed<LogHistogram>(rows, this,
            [empty, table = m_options.table, levels = query.levels](QByteArrayView body) { return parseCounts(body, empty, table, levels); });
    });
}

Async<TailReading> ClickhouseSource::readTail(const LogQuery &query, qint64 from, qint64 to, int most, const CancelToken &cancel)
{
    const auto found = flatMap(
        ask(query, from, to, cancel), this, [this, most, cancel](const Asked &asked) { return lines(asked, most, true, cancel); });
    return flatMap(found, this, [this, query, from, to, most, cancel](std::vector<LogLine> lines) {
        const bool isFull = std::ssize(lines) >= most;
        if (isFull && lines.front().nanos == lines.back().nanos && most < MostOfAnInstant) {
            return readTail(query, from, to, MostOfAnInstant, cancel);
        }
        return ready<TailReading>(readingOf(std::move(lines), isFull));
    });
}

Async<Done> ClickhouseSource::tail(LogQuery query, TailSink sink, CancelToken cancel)
{
    if (const auto checked = checkAlone(query); !checked) {
        return ready<Done>(tl::unexpected(checked.error()));
    }
    const TailReader reader = [this, query](
                                  qint64 from, qint64 to, const CancelToken &stop) { return readTail(query, from, to, LinesPerReading, stop); };
    return m_tails.follow(query, reader, std::move(sink), m_options.log.tail, std::move(cancel));
}

Async<QStringList> ClickhouseSource::fieldValues(QString field, CancelToken cancel)
{
    const UtcTime now = m_clock.now();
    return flatMap(ask({}, (now - Week).nanos(), now.nanos(), cancel), this, [this, field, cancel](const Asked &asked) {
        if (!asked.columns.contains(field)) {
            return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("The table has no column %1").arg(field)));
        }
        const auto rows = m_server.ask(valuesQuery(asked.conditions, field, MostValues + 1, m_options.table), cancel);
        return map(parsed<QStringList>(rows, this, parseValues), this, [field](Result<QStringList> values) -> Result<QStringList> {
            if (values && values->size() > MostValues) {
                return fail(ErrorKind::Rejected, QStringLiteral("The field %1 has too many different values to list").arg(field));
            }
            return values;
        });
    });
}

} // namespace quarterdeck
