#include "app/settings/config.h"

#include "app/core/regularfile.h"
#include "app/settings/filereader.h"
#include "app/settings/nearname.h"
#include "app/settings/paths.h"

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
    return readRegularFile(path, LargestFile).map_error([&path](Error error) {
        if (error.kind == ErrorKind::Rejected) {
            error.where = path + QStringLiteral(":1:1");
        }
        return error;
    });
}

// Adds what `into` does not have yet; of what it has, the first counts, and `twice` says so. `own` are the names of the person's own file.
template <class T, class Name, class Fn>
void mergeByName(std::vector<T> &into, const std::vector<T> &from, const QSet<QString> &own, Name name, Fn twice)
{
    for (const T &item : from) {
        const auto there = std::find_if(into.begin(), into.end(), [&](const T &other) { return name(other) == name(item); });
        if (there != into.end()) {
            twice(*there, item);
        } else if (!own.contains(name(item))) {
            into.push_back(item);
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
        , m_ownCurrent(m_main.config.currentContext)
    {
        // A backend of the person's own file that is left out is not replaced by somebody else's of that name.
        for (const ConfigOmission &omission : m_main.config.omissions) {
            m_backends.insert(omission.backend);
        }
    }

    void includeAll()
    {
        QSet<QString> seen {QFileInfo(m_main.config.file).canonicalFilePath()};
        for (const QString &glob : std::as_const(m_main.includes)) {
            const FoundFiles found = filesMatching(glob);
            if (found.files.isEmpty() || found.isCut) {
                m_main.config.omit(m_main.includesPlace,
                    {glob, QStringLiteral("include"), {},
                        found.isCut ? QStringLiteral("the include %1 matches more than 1,000 files; the others are left out").arg(glob)
                                    : missingSentence(glob)});
            }
            // Without any file, the sentence above tells of all.
            for (const QString &other : found.files.isEmpty() ? QStringList() : found.others) {
                m_main.config.omit(m_main.includesPlace, {other, QStringLiteral("include"), {}, missingSentence(other)});
            }
            for (const QString &file : found.files) {
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
            const QString where = bytes ? part.error().where : path + QStringLiteral(":1:1");
            config.omit(where, {path, QStringLiteral("include"), {}, QStringLiteral("the include is left out: %1").arg(part.error().what)});
            return;
        }
        config.warnings.append(part->config.warnings);
        config.omissions.insert(config.omissions.end(), part->config.omissions.begin(), part->config.omissions.end());
        if (!part->includes.isEmpty()) {
            config.omit(part->includesPlace,
                {path, QStringLiteral("include"), {},
                    QStringLiteral("includes inside an included file are ignored; name those files in %1").arg(config.file)});
        }
        mergeAll(part->config, path);
        config.runbookFolders.append(part->config.runbookFolders);
        config.catalogFiles.append(part->config.catalogFiles);
        config.catalogLists.insert(config.catalogLists.end(), part->config.catalogLists.begin(), part->config.catalogLists.end());
        takeCurrentContext(part->config, path);
        if (!m_main.hasServiceLabel && part->hasServiceLabel) {
            config.serviceLabel = part->config.serviceLabel;
            m_main.hasServiceLabel = true;
        }
    }

    // The person's own file chooses; where it does not, includes that disagree leave open what is meant.
    void takeCurrentContext(const Config &part, const QString &path)
    {
        Config &config = m_main.config;
        if (config.currentContext.isEmpty()) {
            config.currentContext = part.currentContext;
        } else if (m_ownCurrent.isEmpty() && !part.currentContext.isEmpty() && part.currentContext != config.currentContext) {
            config.omit(path + QStringLiteral(":1"),
                {QStringLiteral("current-context, ") + QFileInfo(path).fileName(), {}, {},
                    QStringLiteral("the current-context \"%1\" is already set by an earlier include; \"%2\" is left out. Set one in %3")
                        .arg(config.currentContext, part.currentContext, config.file)});
        }
    }

    static QString missingSentence(const QString &glob)
    {
        if (glob.contains(u'*') || glob.contains(u'?') || glob.contains(u'[')) {
            return QStringLiteral("the include %1 matches no file; put one there or remove the line").arg(glob);
        }
        const QFileInfo info(glob);
        if (info.isDir()) {
            return QStringLiteral("the include %1 is a folder; write %1/*.yaml for the files in it").arg(glob);
        }
        if (info.isSymLink() && !info.exists()) {
            return QStringLiteral("the include %1 is a link that leads nowhere; put its file there or remove it").arg(glob);
        }
        return info.exists() ? QStringLiteral("the include %1 is not a regular file; give a file or remove the line").arg(glob)
                             : QStringLiteral("the include %1 does not exist; put it there or remove the line").arg(glob);
    }

    QString twiceSentence(const QString &name, const QSet<QString> &own) const
    {
        return own.contains(name) ? QStringLiteral("\"%1\" is already defined by %2; that one counts").arg(name, m_main.config.file)
                                  : QStringLiteral("\"%1\" is already defined by an earlier include; that one counts").arg(name);
    }

    void mergeContexts(const Config &part, const QString &file)
    {
        Config &config = m_main.config;
        mergeByName(config.contexts, part.contexts, m_contexts, ByName, [&](const ConfigContext &first, const ConfigContext &item) {
            const QString sentence = twiceSentence(item.name, m_contexts);
            if (first.backends == item.backends) {
                config.warn(item.place, sentence);
            } else {
                config.omit(item.place,
                    {item.name + QStringLiteral(", ") + file, {}, {}, sentence + QStringLiteral(", and backends of this one may be left out")});
            }
        });
    }

    void mergeBackends(const Config &part, const QString &file)
    {
        Config &config = m_main.config;
        mergeByName(config.backends, part.backends, m_backends, ById, [&](const Endpoint &first, const Endpoint &item) {
            const QString sentence = twiceSentence(item.id, m_backends);
            const QString place = part.places.value(item.id);
            if (first == item) {
                config.warn(place, sentence);
            } else {
                config.omit(place,
                    {item.id + QStringLiteral(", ") + file, item.kind, item.id, sentence + QStringLiteral(". Give this one a name of its own")});
            }
        });
    }

    void mergeAll(const Config &part, const QString &path)
    {
        Config &config = m_main.config;
        const QString file = QFileInfo(path).fileName();
        // Of services and people, the person's own file is meant to win.
        const auto warnUnlessOwn = [&](const QSet<QString> &own) {
            return [&](const auto &, const auto &item) {
                if (!own.contains(item.name)) {
                    config.warn(path + QStringLiteral(":1"), twiceSentence(item.name, own));
                }
            };
        };
        mergeContexts(part, file);
        mergeByName(config.services, part.services, m_services, ByName, warnUnlessOwn(m_services));
        mergeByName(config.people, part.people, m_people, ByName, warnUnlessOwn(m_people));
        mergeBackends(part, file);
        for (auto at = part.places.cbegin(); at != part.places.cend(); ++at) {
            if (!config.places.contains(at.key())) {
                config.places.insert(at.key(), at.value());
            }
        }
    }

    ConfigFile m_main;
    QSet<QString> m_contexts;
    QSet<QString> m_backends;
    QSet<QString> m_services;
    QSet<QString> m_people;
    QString m_ownCurrent;
};

// A context that names a backend which is not there would quietly watch less than the person thinks.
void checkReferences(Config &config)
{
    const QStringList backends = namesOf(config.backends, ById).values();
    for (const ConfigContext &context : config.contexts) {
        for (const QString &name : context.backends) {
            const bool isLeftOut = std::any_of(
                config.omissions.begin(), config.omissions.end(), [&](const ConfigOmission &o) { return o.backend == name; });
            if (backends.contains(name) || isLeftOut) {
                continue;
            }
            const QString meant = nearName(name, backends);
            const QString cure = meant.isEmpty() ? QStringLiteral("Add it to backends, or take the name out")
                                                 : QStringLiteral("Is \"%1\" meant?").arg(meant);
            config.omit(context.place,
                {name, {}, name,
                    QStringLiteral("the context \"%1\" names the backend \"%2\", which is not configured. %3").arg(context.name, name, cure)});
        }
    }
    if (!config.hasCurrentContext()) {
        config.warn(config.file + QStringLiteral(":1"), config.noContextSentence(config.currentContext));
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
        return at != contexts.end() ? *at : ConfigContext {name, {}, true, {}, {}};
    }
    if (!currentContext.isEmpty()) {
        return context(currentContext);
    }
    if (contexts.size() > 1) {
        return {{}, {}, true, {}, {}};
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

std::vector<ConfigOmission> Config::omissionsOf(const ConfigContext &context) const
{
    std::vector<ConfigOmission> out;
    std::copy_if(omissions.begin(), omissions.end(), std::back_inserter(out), [&](const ConfigOmission &omission) {
        return omission.backend.isEmpty() || contexts.empty() || context.backends.contains(omission.backend);
    });
    return out;
}

bool Config::hasContext(const QString &name) const
{
    return std::any_of(contexts.begin(), contexts.end(), [&name](const ConfigContext &context) { return context.name == name; });
}

bool Config::hasCurrentContext() const
{
    return currentContext.isEmpty() ? contexts.size() < 2 : hasContext(currentContext);
}

QString Config::noContextSentence(const QString &name) const
{
    QStringList known;
    for (const ConfigContext &context : contexts) {
        known.append(context.name);
    }
    if (name.isEmpty()) {
        return QStringLiteral(
            "There are several contexts and none is selected: %1. Set current-context in the configuration or give one with --context")
            .arg(known.join(QStringLiteral(", ")));
    }
    const QString meant = nearName(name, known);
    return QStringLiteral("There is no context named \"%1\" in the configuration. %2%3")
        .arg(name, known.isEmpty() ? QStringLiteral("It has none") : QStringLiteral("It has: %1").arg(known.join(QStringLiteral(", "))),
            meant.isEmpty() ? QString() : QStringLiteral(". Is \"%1\" meant?").arg(meant));
}

void Config::omit(const QString &place, ConfigOmission omission)
{
    warn(place, omission.text);
    omission.text = warnings.last();
    omissions.push_back(std::move(omission));
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
