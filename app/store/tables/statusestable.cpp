#include "app/store/tables/statusestable.h"

#include "app/store/tables/blob.h"

namespace quarterdeck {

namespace {

QByteArray packError(const std::optional<Error> &error)
{
    if (!error) {
        return {};
    }
    BlobWriter out;
    out.text(errorKindName(error->kind)).text(error->what).text(error->where).number(error->httpStatus);
    out.number(error->retryAfter ? qint64(error->retryAfter->count()) : -1);
    return out.take();
}

std::optional<Error> unpackError(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return std::nullopt;
    }
    BlobReader in(bytes);
    Error error;
    error.kind = errorKindFromName(in.text());
    error.what = in.text();
    error.where = in.text();
    error.httpStatus = int(in.number());
    const qint64 wait = in.number();
    if (wait >= 0) {
        error.retryAfter = Millis(wait);
    }
    return error;
}

} // namespace

void StatusesTable::put(const SourceStatus &status)
{
    m_cache.run("INSERT OR REPLACE INTO statuses(id, kind, freshness, last_ok_at, since, error, members, live_members, failures, "
                "next_poll_at, is_insecure) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
        status.id, status.kind, freshnessName(status.freshness), status.lastOkAt, status.since, packError(status.error), status.members,
        status.liveMembers, status.failures, status.nextPollAt, status.isInsecure);
}

std::vector<SourceStatus> StatusesTable::all()
{
    std::vector<SourceStatus> statuses;
    auto rows = m_cache.query("SELECT id, kind, freshness, last_ok_at, since, error, members, live_members, failures, next_poll_at, "
                              "is_insecure FROM statuses ORDER BY id");
    while (rows.next()) {
        statuses.push_back({rows.text(0), rows.text(1), freshnessFromName(rows.text(2)), rows.time(3), rows.time(4), unpackError(rows.view(5)),
            int(rows.integer(6)), int(rows.integer(7)), int(rows.integer(8)), rows.time(9), rows.boolean(10)});
    }
    return statuses;
}

UtcTime StatusesTable::lastOkAt(const SourceId &source)
{
    auto row = m_cache.query("SELECT last_ok_at FROM statuses WHERE id=?1", source);
    return row.next() ? row.time(0) : UtcTime {};
}

} // namespace quarterdeck
