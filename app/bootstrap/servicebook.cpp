#include "app/bootstrap/servicebook.h"

#include "app/store/store.h"
#include "app/sync/syncengine.h"

#include <QFile>
#include <QThreadPool>

#include <algorithm>

#include <glob.h>

namespace quarterdeck {

namespace {

constexpr qint64 CatalogFileLimit = 4LL * 1024 * 1024;
constexpr qsizetype CatalogFilesLimit = 2000;

std::vector<CatalogFile> readCatalogs(const QStringList &patterns)
{
    std::vector<CatalogFile> all;
    for (const QString &path : catalogFilesOf(patterns)) {
        QFile file(path);
        CatalogFile catalog;
        if (!file.open(QIODevice::ReadOnly)) {
            catalog.problems.append(QStringLiteral("%1: %2").arg(path, file.errorString()));
        } else if (file.size() > CatalogFileLimit) {
            catalog.problems.append(QStringLiteral("%1: larger than 4 MB").arg(path));
        } else {
            catalog = parseCatalog(file.readAll(), path);
        }
        all.push_back(std::move(catalog));
    }
    return all;
}

// A stored service that only labels spoke of: it is kept over a restart until its labels are seen again.
bool isFromLabels(const Service &service)
{
    return !service.provenance.empty() && std::all_of(service.provenance.begin(), service.provenance.end(), [](const Provenance &p) {
        return p.source.startsWith(QLatin1String("label "));
    });
}

} // namespace

QStringList catalogFilesOf(const QStringList &patterns)
{
    QStringList files;
    for (const QString &pattern : patterns) {
        glob_t found {};
        if (::glob(QFile::encodeName(pattern).constData(), GLOB_NOSORT, nullptr, &found) == 0) {
            for (size_t i = 0; i < found.gl_pathc && files.size() < CatalogFilesLimit; ++i) {
                files.append(QFile::decodeName(found.gl_pathv[i]));
            }
        } else {
            files.append(pattern);
        }
        ::globfree(&found);
    }
    files.sort();
    files.removeDuplicates();
    return files;
}

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
    using Catalogs = std::vector<CatalogFile>;
    const Reply<Catalogs> read;
    QThreadPool::globalInstance()->start([patterns = m_config.catalogFiles, read] { read.finish(readCatalogs(patterns)); });
    then(read.future(), this, [this](const Result<Catalogs> &catalogs) {
        if (catalogs) {
            m_catalogs = *catalogs;
        }
        for (const CatalogFile &file : m_catalogs) {
            m_problems += file.problems;
        }
        then(m_store.services(), this, [this](const Result<std::vector<Service>> &stored) {
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
    std::copy_if(stored.begin(), stored.end(), std::back_inserter(m_known), isFromLabels);
}

void ServiceBook::merge()
{
    std::vector<Service> discovered = m_discovered;
    for (const Service &known : m_known) {
        if (std::none_of(discovered.begin(), discovered.end(), [&known](const Service &s) { return s.name == known.name; })) {
            discovered.push_back(known);
        }
    }
    const std::vector<Service> merged = mergeServices(m_config.services, m_catalogs, discovered);
    m_sync.setServices(merged);
    then(m_store.replaceServices(merged), this, [this](const Result<Done> &stored) { m_loaded.finish(stored); });
}

} // namespace quarterdeck
