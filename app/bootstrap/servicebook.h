#pragma once

#include "app/catalog/catalog.h"
#include "app/core/async.h"
#include "app/settings/config.h"

#include <QObject>

namespace quarterdeck {

class Store;
class SyncEngine;

/// Keeps the merged list of services: configuration, catalog files and what labels speak of. Catalog files are read off the main
/// thread. Thread: main.
class ServiceBook final : public QObject {
    Q_OBJECT

public:
    /// All three outlive the book.
    ServiceBook(const Config &config, Store &store, SyncEngine &sync);
    /// Reads the catalog files and writes the first merge.
    void load();
    /// Finishes when services were merged and stored once.
    Async<Done> loaded() const { return m_loaded.future(); }
    /// What was wrong with catalog files: "file:line: reason".
    const QStringList &problems() const { return m_problems; }

private:
    void remember(const std::vector<Service> &discovered);
    void merge();

    const Config &m_config;
    Store &m_store;
    SyncEngine &m_sync;
    std::vector<CatalogFile> m_catalogs;
    std::vector<Service> m_known;
    std::vector<Service> m_discovered;
    QStringList m_problems;
    Reply<Done> m_loaded;
    bool m_hasCatalogs = false;
};

/// The files that the entries of `catalog:` name, globs expanded, at most 2000.
QStringList catalogFilesOf(const QStringList &patterns);

} // namespace quarterdeck
