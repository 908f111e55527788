#include "app/bootstrap/engine.h"

#include "app/bootstrap/iothread.h"
#include "app/bootstrap/secretlookup.h"
#include "app/bootstrap/servicebook.h"
#include "app/library/folderlibrary.h"
#include "app/secrets/secretstore.h"

#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>

namespace quarterdeck {

class Engine::Private {
public:
    explicit Private(const Clock &theClock)
        : clock(theClock)
    {
    }

    const Clock &clock;
    Config config;
    ConfigContext context;
    Folders folders;
    QStringList problems;
    std::vector<Endpoint> endpoints;
    // In the order of dependence: what stands below is destroyed first.
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<SecretDesk> secretDesk;
    std::unique_ptr<Store> store;
    std::unique_ptr<IoThread> io;
    std::unique_ptr<FolderLibrary> library;
    std::unique_ptr<SyncEngine> sync;
    std::unique_ptr<ServiceBook> services;

    Result<Done> readConfig(const EngineOptions &options);
    Result<Done> chooseBackends(const EngineOptions &options);
    void openSources();
};

Result<Done> Engine::Private::readConfig(const EngineOptions &options)
{
    folders = Folders::resolve(options.dataDir);
    const QString file = options.configFile.isEmpty() ? folders.configFile() : options.configFile;
    if (options.configFile.isEmpty() && !QFileInfo::exists(file)) {
        return Done {};
    }
    Result<Config> loaded = loadConfig(file);
    if (!loaded) {
        return tl::unexpected<Error>(loaded.error());
    }
    config = std::move(*loaded);
    return Done {};
}

Result<Done> Engine::Private::chooseBackends(const EngineOptions &options)
{
    const bool isDefined = std::any_of(
        config.contexts.begin(), config.contexts.end(), [&options](const ConfigContext &c) { return c.name == options.context; });
    if (!options.context.isEmpty() && !isDefined) {
        return fail(ErrorKind::Rejected, QStringLiteral("There is no context named \"%1\" in the configuration").arg(options.context), config.file);
    }
    context = config.context(options.context);
    endpoints = config.backendsOf(context);
    for (const QString &wanted : options.onlySources) {
        if (std::none_of(endpoints.begin(), endpoints.end(), [&wanted](const Endpoint &e) { return e.id == wanted; })) {
            return fail(ErrorKind::Rejected, QStringLiteral("There is no source named \"%1\" in this context").arg(wanted), config.file);
        }
    }
    if (!options.onlySources.isEmpty()) {
        std::erase_if(endpoints, [&options](const Endpoint &e) { return !options.onlySources.contains(e.id); });
    }
    return Done {};
}

void Engine::Private::openSources()
{
    OpenedSources opened = io->open(endpoints, clock);
    SyncOptions options;
    options.serviceLabel = config.serviceLabel;
    options.isReadOnly = context.isReadOnly;
    sync = std::make_unique<SyncEngine>(*store, clock, io->thread(), std::move(opened.sources), endpoints, options);
    for (const auto &[endpoint, error] : opened.failures) {
        sync->addMisconfigured(endpoint, error);
        problems.append(QStringLiteral("%1: %2").arg(endpoint.id, error.what));
    }
}

Result<std::unique_ptr<Engine>> Engine::create(const EngineOptions &options, const Clock &clock)
{
    auto d = std::make_unique<Private>(clock);
    if (const auto read = d->readConfig(options); !read) {
        return tl::unexpected<Error>(read.error());
    }
    if (const auto chosen = d->chooseBackends(options); !chosen) {
        return tl::unexpected<Error>(chosen.error());
    }
    auto store = Store::open({d->folders.data, d->folders.cache}, clock, options.mode);
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    d->store = std::move(*store);
    d->secrets = options.useKeyring ? makeKeychainStore() : makeMemoryStore();
    d->secretDesk = std::make_unique<SecretDesk>(*d->secrets);
    d->io = std::make_unique<IoThread>(std::make_shared<SecretLookup>(d->secretDesk.get()));
    d->library = std::make_unique<FolderLibrary>(d->config.runbookFolders);
    d->openSources();
    d->services = std::make_unique<ServiceBook>(d->config, *d->store, *d->sync);
    d->services->load();
    return std::unique_ptr<Engine>(new Engine(std::move(d)));
}

Engine::Engine(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Engine::~Engine() = default;

const Config &Engine::config() const
{
    return d->config;
}

const ConfigContext &Engine::context() const
{
    return d->context;
}

const Folders &Engine::folders() const
{
    return d->folders;
}

Store &Engine::store()
{
    return *d->store;
}

SyncEngine &Engine::sync()
{
    return *d->sync;
}

FolderLibrary &Engine::library()
{
    return *d->library;
}

SecretStore &Engine::secrets()
{
    return *d->secrets;
}

ResponderZones Engine::zones() const
{
    const QByteArray own = QTimeZone::systemTimeZoneId();
    ResponderZones zones {{QString(), own}};
    for (const ConfigPerson &person : d->config.people) {
        zones.insert(person.name, person.zone.isEmpty() ? own : person.zone);
    }
    return zones;
}

QStringList Engine::problems() const
{
    return d->problems + d->services->problems();
}

const std::vector<Endpoint> &Engine::endpoints() const
{
    return d->endpoints;
}

Async<Done> Engine::servicesMerged() const
{
    return d->services->loaded();
}

} // namespace quarterdeck
