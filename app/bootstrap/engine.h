#pragma once

#include "app/bootstrap/catalogfiles.h"
#include "app/kpi/load.h"
#include "app/settings/config.h"
#include "app/store/store.h"
#include "app/sync/syncengine.h"

#include <memory>

namespace quarterdeck {

class FolderLibrary;
class SecretStore;

/// How a program wants its engine.
struct EngineOptions {
    QString configFile;       ///< Empty: the default place; a missing default file is an empty configuration.
    bool mayLackFile = false; ///< `configFile` need not exist yet: then nothing is configured.
    QString dataDir;          ///< Empty: XDG folders.
    QString context;          ///< Empty: current-context.
    QStringList onlySources;  ///< `--source`: others are not opened.
    Store::Mode mode = Store::Mode::ReadWrite;
    bool useKeyring = true;
    bool opensWithoutContext = false; ///< A current-context that does not exist or is missing is told by a status instead of an error.
};

/// Everything without a screen, put together: configuration, store, io thread, sources, sync, library. Thread: main.
class Engine {
public:
    /// Errors: Rejected (configuration), Storage.
    static Result<std::unique_ptr<Engine>> create(const EngineOptions &options, const Clock &clock);
    ~Engine();

    const Config &config() const;
    const ConfigContext &context() const;
    const Folders &folders() const;
    Store &store();
    SyncEngine &sync();
    FolderLibrary &library();
    SecretStore &secrets();
    /// Time zone of each person of the configuration; under "", and for those without one, the system's.
    ResponderZones zones() const;
    /// Sources that could not be opened, with the reason.
    QStringList problems() const;
    /// The catalog files and what is wrong with them; empty until servicesMerged() has finished.
    const Catalogs &catalogs() const;
    /// The backends of the context that are in use; those that could not be opened and what the configuration leaves out come last.
    const std::vector<Endpoint> &endpoints() const;
    /// Bytes that have come from all backends so far: whether one that has not finished is still talking.
    quint64 heard() const;
    /// Finishes when configuration, catalog files and known services were merged and stored once.
    Async<Done> servicesMerged() const;

private:
    class Private;
    explicit Engine(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
