#include "app/store/tables/silencestable.h"

#include "app/store/tables/blob.h"

namespace quarterdeck {

namespace {

std::vector<Silence> silencesOf(sqlite::Statement rows)
{
    std::vector<Silence> silences;
    while (rows.next()) {
        const auto state = bounded(rows.integer(8), SilenceState::Expired);
        silences.push_back({rows.text(0), rows.text(1), unpackMatchers(rows.view(2)), rows.time(3), rows.time(4), rows.time(5), rows.text(6),
            rows.text(7), state, {}, bounded(rows.integer(9), HoldKind::Unexplained)});
    }
    return silences;
}

} // namespace

std::vector<Silence> SilencesTable::ofSource(const SourceId &source)
{
    return silencesOf(m_cache.query("SELECT source, id, matchers, starts_at, ends_at, updated_at, created_by, comment, state, kind "
                                    "FROM silences WHERE source=?1 ORDER BY seq",
        source));
}

bool SilencesTable::replace(const SourceId &source, const std::vector<Silence> &silences)
{
    if (ofSource(source) == silences) {
        return false;
    }
    m_cache.run("DELETE FROM silences WHERE source=?1", source);
    for (const Silence &silence : silences) {
        m_cache.run("INSERT INTO silences(source, id, matchers, starts_at, ends_at, updated_at, created_by, comment, state, kind) "
                    "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
            source, silence.id, packMatchers(silence.matchers), silence.startsAt, silence.endsAt, silence.updatedAt, silence.createdBy,
            silence.comment, int(silence.state), int(silence.kind));
    }
    return true;
}

std::vector<Silence> SilencesTable::all()
{
    return silencesOf(m_cache.query("SELECT source, id, matchers, starts_at, ends_at, updated_at, created_by, comment, state, kind "
                                    "FROM silences ORDER BY seq"));
}

} // namespace quarterdeck
