#pragma once

#include "app/bootstrap/catalogfiles.h"
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
    /// What was wrong with the catalog files, once it has loaded.
    const Catalogs &catalogs() const { return m_catalogs; }

private:
    void remember(const std::vector<Service> &discovered);
    void merge();

    const Config &m_config;
    Store &m_store;
    SyncEngine &m_sync;
    Catalogs m_catalogs;
    std::vector<Service> m_known;
    std::vector<Service> m_discovered;
    Reply<Done> m_loaded;
    bool m_hasCatalogs = false;
    bool m_isRemembered = false;
};

} // namespace quarterdeck
