#include "app/store/adoption.h"

#include "app/store/databases.h"
#include "app/store/firingupdate.h"
#include "app/store/tables/cursorstable.h"
#include "app/store/tables/statusestable.h"

#include <QCryptographicHash>

#include <algorithm>

namespace quarterdeck {

namespace {

QString nameOf(const SourceId &source)
{
    return QStringLiteral("address:") + source;
}

QStringList notedDigests(Databases &databases, const SourceId &source)
{
    auto row = databases.state->query("SELECT value FROM meta WHERE name=?1", nameOf(source));
    return row.next() ? row.text(0).split(u' ', Qt::SkipEmptyParts) : QStringList();
}

void endFirings(Databases &databases, const SourceId &source, UtcTime now)
{
    const UtcTime heard = StatusesTable(*databases.cache).lastOkAt(source);
    FiringUpdate firings(*databases.state);
    for (const Firing &firing : FiringsTable(*databases.state).open()) {
        if (firing.alert.source == source) {
            firings.ended(firing.alert, heard.isValid() ? heard : now);
        }
    }
}

} // namespace

SourceAddress addressOf(const Endpoint &endpoint)
{
    QByteArray shared = endpoint.kind.toUtf8();
    for (const ConfiguredHeader &header : endpoint.http.headers) {
        shared += '\n' + header.name.toLower().toUtf8() + ':' + header.text.toUtf8();
    }
    for (auto it = endpoint.options.cbegin(); it != endpoint.options.cend(); ++it) {
        shared += '\n' + it.key().toUtf8() + '=' + it.value().toUtf8();
    }
    SourceAddress address {endpoint.id, {}};
    for (const QUrl &url : endpoint.urls) {
        const QByteArray text = url.adjusted(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash | QUrl::RemoveFragment).toEncoded();
        address.digests.append(QString::fromLatin1(QCryptographicHash::hash(text + '\n' + shared, QCryptographicHash::Blake2b_256).toHex().left(32)));
    }
    return address;
}

QSet<SourceId> changedSources(Databases &databases, const std::vector<SourceAddress> &sources)
{
    QSet<SourceId> changed;
    for (const SourceAddress &address : sources) {
        const QStringList noted = notedDigests(databases, address.source);
        const auto isNoted = [&noted](const QString &digest) { return noted.contains(digest); };
        if (!noted.isEmpty() && std::ranges::none_of(address.digests, isNoted)) {
            changed.insert(address.source);
        }
    }
    return changed;
}

void adoptSources(Databases &databases, const std::vector<SourceAddress> &sources, const QSet<SourceId> &changed, UtcTime now)
{
    sqlite::Transaction state(*databases.state);
    sqlite::Transaction cache(*databases.cache);
    for (const SourceId &source : changed) {
        endFirings(databases, source, now);
        CursorsTable(*databases.state).forget(source);
        for (const char *sql : {"DELETE FROM alerts WHERE source=?1", "DELETE FROM silences WHERE source=?1", "DELETE FROM series WHERE source=?1",
                 "DELETE FROM on_calls WHERE source=?1", "DELETE FROM statuses WHERE id=?1"}) {
            databases.cache->run(sql, source);
        }
    }
    // The cache first: an address that is noted beside rows of another server would never be doubted again.
    if (!cache.commit()) {
        return;
    }
    for (const SourceAddress &address : sources) {
        if (notedDigests(databases, address.source) != address.digests) {
            databases.state->run("INSERT OR REPLACE INTO meta(name, value) VALUES(?1,?2)", nameOf(address.source), address.digests.join(u' '));
        }
    }
    state.commit();
}

} // namespace quarterdeck
