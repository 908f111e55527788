#include "app/sync/askedsources.h"

#include "app/sync/rhythm.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis ComplainEvery {5'000};

QString nounOf(Face face)
{
    return face == Face::Metrics ? QStringLiteral("metric") : face == Face::OnCall ? QStringLiteral("on-call") : QStringLiteral("log");
}

Error noSource(const QString &what)
{
    return Error {ErrorKind::Unsupported, what, {}, 0, std::nullopt};
}

} // namespace

AskedSources::AskedSources(std::vector<OpenSource> &sources, const Clock &clock)
    : m_sources(sources)
    , m_clock(clock)
{
}

void AskedSources::addMissing(const SourceStatus &status)
{
    m_missing.push_back({status.id, status.faces, status.error.value_or(noSource(QStringLiteral("%1 is not open").arg(status.id)))});
}

std::vector<AskedSource> AskedSources::of(Face face, const QStringList &wanted) const
{
    const auto isWanted = [&wanted](const SourceId &id) { return wanted.isEmpty() || wanted.contains(id); };
    std::vector<AskedSource> asked;
    for (OpenSource &source : m_sources) {
        if (source.source->info().faces.testFlag(face) && isWanted(source.endpoint.id)) {
            asked.push_back({source.endpoint.id, &source, {}});
        }
    }
    for (const Missing &missing : m_missing) {
        if (missing.faces.testFlag(face) && isWanted(missing.id)) {
            asked.push_back({missing.id, nullptr, missing.why});
        }
    }
    for (const QString &id : wanted) {
        if (std::ranges::find(asked, id, &AskedSource::id) == asked.end()) {
            Error why = noSource(QStringLiteral("%1 is not open as a %2 source").arg(id, nounOf(face)));
            why.where = id;
            asked.push_back({id, nullptr, why});
        }
    }
    if (asked.empty()) {
        asked.push_back({{}, nullptr, noSource(QStringLiteral("No %1 source is configured").arg(nounOf(face)))});
    }
    return asked;
}

void AskedSources::worked(OpenSource &source)
{
    source.rhythm->answered();
}

void AskedSources::complained(OpenSource &source, const Error &error) const
{
    // A refused query says nothing about the source; anything else is worth asking it.
    if (error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Malformed
        || error.kind == ErrorKind::Unsupported) {
        return;
    }
    const Millis now = m_clock.monotonic();
    if (!source.rhythm->isAsking() && now - source.complainedAt >= ComplainEvery) {
        source.complainedAt = now;
        source.rhythm->askNow();
    }
}

QStringList namesOf(const std::vector<AskedSource> &asked)
{
    QStringList names;
    for (const AskedSource &one : asked) {
        names.append(one.id);
    }
    return names;
}

bool isFinal(const Error &why)
{
    return why.kind == ErrorKind::Cancelled || why.kind == ErrorKind::Rejected || why.kind == ErrorKind::Malformed;
}

} // namespace quarterdeck
