#include "app/bootstrap/servicebook.h"

#include "app/store/store.h"
#include "app/sync/syncengine.h"

#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

#include <algorithm>

namespace quarterdeck {

namespace {

// A stored service that only labels spoke of: it is kept over a restart until its labels are seen again.
bool isFromLabels(const Service &service)
{
    return !service.provenance.empty() && std::all_of(service.provenance.begin(), service.provenance.end(), [](const Provenance &p) {
        return p.source.startsWith(QLatin1String("label "));
    });
}

// One that a file speaks of which could not be read, or not whole, this time.
bool isFromAny(const Service &service, const QStringList &files)
{
    return std::any_of(service.provenance.begin(), service.provenance.end(), [&files](const Provenance &p) {
        const qsizetype colon = p.source.lastIndexOf(u':');
        return colon > 0 && std::any_of(files.begin(), files.end(), [&](const QString &file) { return QDir::match(file, p.source.left(colon)); });
    });
}

// The files of a configuration that services may have come from and that are missing now.
QStringList lostIncludes(const Config &config)
{
    QStringList names;
    for (const ConfigOmission &omission : config.omissions) {
        if (omission.kind == QLatin1StringView("include")) {
            names.append(QFileInfo(omission.name).fileName());
        }
    }
    return names;
}

// A team with somebody on call exists, whether a catalog defines it or not.
QStringList teamsOf(const Config &config)
{
    QStringList teams;
    for (const ConfigPerson &person : config.people) {
        if (!person.team.isEmpty()) {
            teams.append(person.team);
        }
    }
    return teams;
}

} // namespace

ServiceBook::ServiceBook(const Config &config, Store &store, SyncEngine &sync)
    : m_config(config)
    , m_store(store)
    , m_sync(sync)
{
    connect(&sync, &SyncEngine::servicesDiscovered, this, [this](const std::vector<Service> &services) {
        m_discovered = services;
        if (m_hasCatalogs) {
            merge();
        }
    });
}

void ServiceBook::load()
{
    const Reply<Catalogs> read;
    QThreadPool::globalInstance()->start(
        [patterns = m_config.catalogFiles, lists = m_config.catalogLists, read] { read.finish(readCatalogs(patterns, lists)); });
    then(read.future(), this, [this](const Result<Catalogs> &catalogs) {
        if (catalogs) {
            m_catalogs = *catalogs;
        }
        then(m_store.services(), this, [this](const Result<std::vector<Service>> &stored) {
            m_isRemembered = stored.has_value();
            if (stored) {
                remember(*stored);
            }
            m_hasCatalogs = true;
            merge();
        });
    });
}

void ServiceBook::remember(const std::vector<Service> &stored)
{
    const QStringList lost = m_catalogs.lost + lostIncludes(m_config);
    for (const Service &service : stored) {
        if (isFromLabels(service)) {
            m_known.push_back(service);
        } else if (isFromAny(service, lost)) {
            m_known.push_back(service);
            m_known.back().conflicts = {QStringLiteral("as it was last read: a file that defines it cannot be read in full now")};
        }
    }
}

void ServiceBook::merge()
{
    std::vector<Service> discovered = m_discovered;
    for (const Service &known : m_known) {
        if (std::none_of(
                discovered.begin(), discovered.end(), [&known](const Service &s) { return s.name.compare(known.name, Qt::CaseInsensitive) == 0; })) {
            discovered.push_back(known);
        }
    }
    const std::vector<Service> merged = mergeServices(m_config.services, m_catalogs.files, discovered, teamsOf(m_config));
    m_sync.setServices(merged);
    if (!m_isRemembered) {
        // What is stored is not known: writing the shorter list would lose it.
        m_loaded.finish(fail(ErrorKind::Storage, QStringLiteral("The services stored before cannot be read")));
        return;
    }
    then(m_store.replaceServices(merged), this, [this](const Result<Done> &stored) { m_loaded.finish(stored); });
}

} // namespace quarterdeck
