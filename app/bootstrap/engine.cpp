#include "app/bootstrap/engine.h"

#include "app/bootstrap/configcheck.h"
#include "app/bootstrap/iothread.h"
#include "app/bootstrap/secretlookup.h"
#include "app/bootstrap/servicebook.h"
#include "app/core/nearnames.h"
#include "app/library/folderlibrary.h"
#include "app/secrets/secretstore.h"
#include "app/sync/rulealerts.h"

#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace quarterdeck {

namespace {
// A catalog on a server that is away holds up no alert.
constexpr Millis ServicesPatience {2'000};
} // namespace

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
    std::vector<std::pair<Endpoint, Error>> leftOut;
    std::vector<Endpoint> whole; ///< All of the context, those left out this time too.
    // In the order of dependence: what stands below is destroyed first.
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<SecretDesk> secretDesk;
    std::unique_ptr<Store> store;
    std::unique_ptr<IoThread> io;
    std::unique_ptr<FolderLibrary> library;
    std::unique_ptr<SyncEngine> sync;
    std::unique_ptr<ServiceBook> services;

    Result<Done> readConfig(const EngineOptions &options);
    Result<Done> chooseContext(const EngineOptions &options);
    Result<Done> chooseBackends(const EngineOptions &options);
    void leaveOut(const QString &name, const QString &kind, const QString &why);
    void openSources();
    bool areRulesAlerts(const OpenedSources &opened) const;
    void adoptSources(const OpenedSources &opened, bool areRulesAlerts);
};

Result<Done> Engine::Private::readConfig(const EngineOptions &options)
{
    folders = Folders::resolve(options.dataDir);
    const QString file = options.configFile.isEmpty() ? folders.configFile() : options.configFile;
    if (options.configFile.isEmpty() && !QFileInfo::exists(file)) {
        return Done {};
    }
    Result<Config> loaded = loadConfig(file);
    if (!loaded && options.mayLackFile && loaded.error().kind == ErrorKind::NotFound) {
        config.file = file;
        return Done {};
    }
    if (!loaded) {
        return tl::unexpected<Error>(loaded.error());
    }
    config = std::move(*loaded);
    completeBackends(config);
    return Done {};
}

// What is left out stands among the sources, or an all-clear would rest on less than the person configured.
void Engine::Private::leaveOut(const QString &name, const QString &kind, const QString &why)
{
    Endpoint endpoint;
    endpoint.id = name;
    endpoint.kind = kind;
    const auto isTaken = [&endpoint](const Endpoint &other) { return other.id == endpoint.id; };
    while (std::any_of(endpoints.begin(), endpoints.end(), isTaken)
        || std::any_of(leftOut.begin(), leftOut.end(), [&isTaken](const auto &other) { return isTaken(other.first); })) {
        endpoint.id += QStringLiteral(", left out");
    }
    leftOut.emplace_back(endpoint, Error {ErrorKind::Rejected, why, config.file, 0, std::nullopt});
}

Result<Done> Engine::Private::chooseContext(const EngineOptions &options)
{
    const QString wanted = options.context.isEmpty() ? config.currentContext : options.context;
    context = config.context(options.context);
    if (options.context.isEmpty() ? config.hasCurrentContext() : config.hasContext(wanted)) {
        return Done {};
    }
    QString why = config.noContextSentence(wanted);
    if (!config.omissions.empty()) {
        why += QStringLiteral(". Left out: ") + config.omissions.front().text;
    }
    if (!options.context.isEmpty() || !options.opensWithoutContext) {
        return fail(ErrorKind::Rejected, why, config.file);
    }
    leaveOut(QStringLiteral("current-context"), {}, why);
    return Done {};
}

Result<Done> Engine::Private::chooseBackends(const EngineOptions &options)
{
    if (auto chosen = chooseContext(options); !chosen) {
        return chosen;
    }
    endpoints = config.backendsOf(context);
    std::vector<ConfigOmission> omissions = config.omissionsOf(context);
    whole = endpoints;
    for (const QString &wanted : options.onlySources) {
        const bool isThere = std::any_of(endpoints.begin(), endpoints.end(), [&wanted](const Endpoint &e) { return e.id == wanted; })
            || std::any_of(omissions.begin(), omissions.end(), [&wanted](const ConfigOmission &o) { return o.backend == wanted; });
        if (!isThere) {
            QStringList names;
            std::ranges::transform(endpoints, std::back_inserter(names), &Endpoint::id);
            const QString known = names.isEmpty() ? QString() : QStringLiteral(" Sources here are %1.").arg(names.join(QStringLiteral(", ")));
            return fail(ErrorKind::Usage,
                QStringLiteral("There is no source named \"%1\" in this context.%2%3").arg(wanted, didYouMean(wanted, names), known),
                QStringLiteral("--source"));
        }
    }
    if (!options.onlySources.isEmpty()) {
        std::erase_if(endpoints, [&options](const Endpoint &e) { return !options.onlySources.contains(e.id); });
        std::erase_if(omissions, [&options](const ConfigOmission &o) { return !options.onlySources.contains(o.backend); });
    }
    for (const ConfigOmission &omission : omissions) {
        leaveOut(omission.name, omission.kind, omission.text);
    }
    return Done {};
}

bool Engine::Private::areRulesAlerts(const OpenedSources &opened) const
{
    // A source of alerts that is only left out this time tells of them all the same; one that cannot be opened never does.
    return std::ranges::none_of(whole, [&](const Endpoint &endpoint) {
        const auto isIt = [&endpoint](const auto &failed) { return failed.first.id == endpoint.id; };
        return io->facesOf(endpoint.kind).testFlag(Face::Alerts) && std::ranges::none_of(opened.failures, isIt);
    });
}

void Engine::Private::adoptSources(const OpenedSources &opened, bool areRulesAlerts)
{
    std::vector<SourceAddress> addresses;
    for (const Endpoint &endpoint : endpoints) {
        addresses.push_back(addressOf(endpoint));
    }
    QSet<SourceId> alertSources;
    for (const auto &[endpoint, error] : opened.failures) {
        if (io->facesOf(endpoint.kind).testFlag(Face::Alerts)) {
            alertSources.insert(endpoint.id);
        }
    }
    for (const SourceId &source : sourcesOfAlerts(opened.sources, areRulesAlerts)) {
        alertSources.insert(source);
    }
    store->adopt(addresses, alertSources);
}

void Engine::Private::openSources()
{
    OpenedSources opened = io->open(endpoints, clock);
    SyncOptions options;
    options.areRulesAlerts = areRulesAlerts(opened);
    adoptSources(opened, options.areRulesAlerts);
    options.serviceLabel = config.serviceLabel;
    options.servicesWithin = ServicesPatience;
    options.isReadOnly = context.isReadOnly;
    options.context = {context.name, context.colour == QLatin1StringView("red")};
    options.network = io->network();
    sync = std::make_unique<SyncEngine>(*store, clock, io->thread(), std::move(opened.sources), endpoints, options);
    for (const auto &[endpoint, error] : opened.failures) {
        const QString why = openingSentence(config, endpoint, error);
        sync->addMisconfigured(endpoint, Error {error.kind, why, error.where, 0, std::nullopt}, io->facesOf(endpoint.kind));
        problems.append(why);
    }
    for (const auto &[endpoint, error] : leftOut) {
        sync->addMisconfigured(endpoint, error, io->facesOf(endpoint.kind));
        endpoints.push_back(endpoint);
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
    d->io = std::make_unique<IoThread>(std::make_shared<SecretLookup>(d->secretDesk.get()), clock);
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
    return d->problems;
}

const Catalogs &Engine::catalogs() const
{
    return d->services->catalogs();
}

const std::vector<Endpoint> &Engine::endpoints() const
{
    return d->endpoints;
}

quint64 Engine::heard() const
{
    return d->io->heard();
}

Async<Done> Engine::servicesMerged() const
{
    return d->services->loaded();
}

} // namespace quarterdeck
