#include "app/store/tables/seriestable.h"

#include "app/store/tables/blob.h"

namespace quarterdeck {

namespace {

QByteArray pack(const std::vector<Series> &all, const QStringList &warnings)
{
    BlobWriter body;
    body.number(qint64(all.size()));
    for (const Series &series : all) {
        body.labels(series.labels).text(series.unit).number(qint64(series.samples.size()));
        qint64 last = 0;
        for (const Sample &sample : series.samples) {
            body.number(sample.ms - last).real(sample.value);
            last = sample.ms;
        }
    }
    body.texts(warnings);
    return body.take();
}

/// Fills the series and what the source warned of; rows of earlier releases end before the warnings.
void unpack(QByteArrayView bytes, TimeRange range, const SourceId &source, Dated<std::vector<Series>> &answer)
{
    StringPool pool;
    BlobReader body(bytes, &pool);
    for (qint64 left = body.number(); left > 0 && body.isOk(); --left) {
        Series series;
        series.source = source;
        series.labels = body.labels();
        series.unit = body.sharedText();
        qint64 at = 0;
        for (qint64 samples = body.number(); samples > 0 && body.isOk(); --samples) {
            at += body.number();
            const double value = body.real();
            if (body.isOk() && at >= range.from.ms && at <= range.to.ms) {
                series.samples.push_back({at, value});
            }
        }
        if (!series.samples.empty()) {
            answer.value.push_back(std::move(series));
        }
    }
    answer.warnings = body.texts();
}

} // namespace

void SeriesTable::put(const MetricQuery &query, const std::vector<Series> &series, UtcTime asOf, const QStringList &warnings)
{
    const SourceId source = query.sources.value(0);
    const qint64 step = query.step.count();
    m_cache.run("DELETE FROM series WHERE expression=?1 AND source=?2 AND step=?3 AND from_ms>=?4 AND to_ms<=?5", query.expression, source, step,
        query.range.from, query.range.to);
    m_cache.run("INSERT INTO series(source, expression, step, from_ms, to_ms, as_of, used_at, body) VALUES(?1,?2,?3,?4,?5,?6,?6,?7)", source,
        query.expression, step, query.range.from, query.range.to, asOf, pack(series, warnings));
    // A page that stays open asks again and again with a range that moves on: the last few say enough.
    m_cache.run("DELETE FROM series WHERE expression=?1 AND source=?2 AND seq NOT IN (SELECT seq FROM series WHERE expression=?1 "
                "AND source=?2 ORDER BY as_of DESC, seq DESC LIMIT 6)",
        query.expression, source);
    shrink();
}

void SeriesTable::shrink()
{
    qint64 total = 0;
    {
        auto row = m_cache.query("SELECT coalesce(sum(length(body)),0) FROM series");
        total = row.next() ? row.integer(0) : 0;
    }
    while (total > Limit && !m_cache.hasFailed()) {
        qint64 seq = 0;
        {
            auto row = m_cache.query("SELECT seq, length(body) FROM series ORDER BY used_at, seq LIMIT 1");
            if (!row.next()) {
                return;
            }
            seq = row.integer(0);
            total -= row.integer(1);
        }
        m_cache.run("DELETE FROM series WHERE seq=?1", seq);
    }
}

std::optional<SeriesTable::Found> SeriesTable::best(const MetricQuery &query)
{
    auto row = m_cache.query("SELECT seq, as_of, body, source FROM series WHERE expression=?1 AND (source=?2 OR ?2='') "
                             "AND from_ms<?4 AND to_ms>?3 "
                             "ORDER BY min(to_ms,?4)-max(from_ms,?3) DESC, abs(step-?5), as_of DESC LIMIT 1",
        query.expression, query.sources.value(0), query.range.from, query.range.to, qint64(query.step.count()));
    if (!row.next()) {
        return std::nullopt;
    }
    Found found;
    found.seq = row.integer(0);
    found.answer.asOf = row.time(1);
    unpack(row.view(2), query.range, row.text(3), found.answer);
    return found;
}

void SeriesTable::noteUse(qint64 seq, UtcTime at)
{
    m_cache.run("UPDATE series SET used_at=?2 WHERE seq=?1", seq, at);
}

} // namespace quarterdeck
