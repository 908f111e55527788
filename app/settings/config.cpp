#include "app/settings/config.h"

#include "app/settings/filereader.h"
#include "app/settings/paths.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr auto ByName = [](const auto &item) { return item.name; };
constexpr auto ById = [](const Endpoint &item) { return item.id; };
constexpr qint64 LargestFile = 4 * 1024 * 1024;

Result<QByteArray> readBytes(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        return fail(ErrorKind::NotFound, QStringLiteral("There is no such file"), path);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Rejected, QStringLiteral("The file cannot be read: %1").arg(file.errorString()), path + QStringLiteral(":1:1"));
    }
    return file.read(LargestFile + 1);
}

// Adds what `into` does not have yet. What the person's own file defines stays; between two includes a warning says which counts.
template <class T, class Name>
void mergeByName(std::vector<T> &into, const std::vector<T> &from, const QSet<QString> &own, const QString &file, QStringList &warnings, Name name)
{
    for (const T &item : from) {
        const bool isThere = std::any_of(into.begin(), into.end(), [&](const T &other) { return name(other) == name(item); });
        if (!isThere) {
            into.push_back(item);
        } else if (!own.contains(name(item))) {
            warnings.append(QStringLiteral("%1:1: \"%2\" is already defined by an earlier include; that one counts").arg(file, name(item)));
        }
    }
}

template <class T, class Name> QSet<QString> namesOf(const std::vector<T> &items, Name name)
{
    QSet<QString> out;
    for (const T &item : items) {
        out.insert(name(item));
    }
    return out;
}

class Merger {
public:
    explicit Merger(ConfigFile main)
        : m_main(std::move(main))
        , m_contexts(namesOf(m_main.config.contexts, ByName))
        , m_backends(namesOf(m_main.config.backends, ById))
        , m_services(namesOf(m_main.config.services, ByName))
        , m_people(namesOf(m_main.config.people, ByName))
    {
    }

    void includeAll()
    {
        QSet<QString> seen {QFileInfo(m_main.config.file).canonicalFilePath()};
        for (const QString &glob : std::as_const(m_main.includes)) {
            const QStringList files = filesMatching(glob);
            if (files.isEmpty() && !glob.contains(u'*')) {
                m_main.config.warnings.append(QStringLiteral("%1:1: the include %2 does not exist").arg(m_main.config.file, glob));
            }
            for (const QString &file : files) {
                if (const QString real = QFileInfo(file).canonicalFilePath(); !seen.contains(real)) {
                    seen.insert(real);
                    include(file);
                }
            }
        }
    }
    Config take() { return std::move(m_main.config); }

private:
    void include(const QString &path)
    {
        Config &config = m_main.config;
        const auto bytes = readBytes(path);
        auto part = bytes.and_then([&](const QByteArray &yaml) { return readConfigFile(yaml, path, QFileInfo(path).absolutePath()); });
        if (!part) {
            const QString where = part.error().where.startsWith(path + u':') ? part.error().where : path + QStringLiteral(":1:1");
            config.warnings.append(QStringLiteral("%1: the include is left out: %2").arg(where, part.error().what));
            config.omissions.append(config.warnings.last());
            return;
        }
        config.warnings.append(part->config.warnings);
        config.omissions.append(part->config.omissions);
        if (!part->includes.isEmpty()) {
            config.warnings.append(QStringLiteral("%1:1: includes inside an included file are ignored").arg(path));
        }
        mergeByName(config.contexts, part->config.contexts, m_contexts, path, config.warnings, ByName);
        mergeByName(config.backends, part->config.backends, m_backends, path, config.warnings, ById);
        mergeByName(config.services, part->config.services, m_services, path, config.warnings, ByName);
        mergeByName(config.people, part->config.people, m_people, path, config.warnings, ByName);
        config.runbookFolders.append(part->config.runbookFolders);
        config.catalogFiles.append(part->config.catalogFiles);
        if (config.currentContext.isEmpty()) {
            config.currentContext = part->config.currentContext;
        }
        if (!m_main.hasServiceLabel && part->hasServiceLabel) {
            config.serviceLabel = part->config.serviceLabel;
            m_main.hasServiceLabel = true;
        }
    }

    ConfigFile m_main;
    QSet<QString> m_contexts;
    QSet<QString> m_backends;
    QSet<QString> m_services;
    QSet<QString> m_people;
};

// A context that names a backend which is not there would quietly watch less than the person thinks.
void checkReferences(Config &config)
{
    const QSet<QString> backends = namesOf(config.backends, ById);
    for (const ConfigContext &context : config.contexts) {
        for (const QString &name : context.backends) {
            if (!backends.contains(name)) {
                config.warnings.append(QStringLiteral("%1:1: the context \"%2\" names the backend \"%3\", which is not configured or was left out")
                                           .arg(config.file, context.name, name));
            }
        }
    }
    const bool isKnown = std::any_of(
        config.contexts.begin(), config.contexts.end(), [&](const ConfigContext &context) { return context.name == config.currentContext; });
    if (!config.currentContext.isEmpty() && !isKnown) {
        config.warnings.append(QStringLiteral("%1:1: current-context names \"%2\", which is not defined").arg(config.file, config.currentContext));
    }
}

} // namespace

ConfigContext Config::context(const QString &name) const
{
    const auto named = [this](const QString &wanted) {
        return std::find_if(contexts.begin(), contexts.end(), [&](const ConfigContext &context) { return context.name == wanted; });
    };
    if (!name.isEmpty()) {
        const auto at = named(name);
        // A mistyped name must never end in another context: this one has no backends and refuses verbs.
        return at != contexts.end() ? *at : ConfigContext {name, {}, true, {}};
    }
    if (const auto at = named(currentContext); at != contexts.end()) {
        return *at;
    }
    if (!contexts.empty()) {
        return contexts.front();
    }
    ConfigContext all;
    all.name = QStringLiteral("default");
    for (const Endpoint &backend : backends) {
        all.backends.append(backend.id);
    }
    return all;
}

std::vector<Endpoint> Config::backendsOf(const ConfigContext &context) const
{
    std::vector<Endpoint> out;
    for (const QString &name : context.backends) {
        const auto at = std::find_if(backends.begin(), backends.end(), [&](const Endpoint &backend) { return backend.id == name; });
        if (at != backends.end()) {
            out.push_back(*at);
        }
    }
    return out;
}

Result<Config> parseConfig(const QByteArray &yaml, const QString &file, const QString &folder)
{
    auto main = readConfigFile(yaml, file, folder);
    if (!main) {
        return tl::unexpected(main.error());
    }
    main->config.file = file;
    Merger merger(std::move(*main));
    if (!folder.isEmpty()) {
        merger.includeAll();
    }
    Config config = merger.take();
    config.runbookFolders.removeDuplicates();
    config.catalogFiles.removeDuplicates();
    checkReferences(config);
    return config;
}

Result<Config> loadConfig(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    return readBytes(path).and_then([&](const QByteArray &yaml) { return parseConfig(yaml, path, QFileInfo(path).absolutePath()); });
}

} // namespace quarterdeck
