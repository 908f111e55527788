#pragma once

#include "app/core/endpoint.h"
#include "app/core/result.h"
#include "app/domain/cataloglist.h"
#include "app/domain/service.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace quarterdeck {

/// A named set of backends, in kubeconfig's words.
struct ConfigContext {
    QString name;
    QString colour;          ///< Production marker: a colour word, or empty.
    bool isReadOnly = false; ///< Verbs are refused locally with the reason.
    QStringList backends;
    QString place {}; ///< "file:line" of where it is defined.
};

/// A part of the configuration that is left out: what it would have watched, nobody watches.
struct ConfigOmission {
    QString name;    ///< Of the backend; for an include or a list, as written.
    QString kind;    ///< Of a backend that says so, "include" for a file, else empty.
    QString backend; ///< What a context calls it; empty where nobody knows which backends are missing.
    QString text;    ///< "file:line: what is left out, why, and what to do": also one of the warnings.
};

/// A person whose load is counted: name and IANA time zone.
struct ConfigPerson {
    QString name;
    QString team;
    QByteArray zone;
};

/// config.yaml with its includes, as values. Holds references to secrets, never secrets.
struct Config {
    QString file; ///< The main file; empty when there is none.
    QString currentContext;
    std::vector<ConfigContext> contexts;
    std::vector<Endpoint> backends;
    std::vector<Service> services;                    ///< `services:`, with owner, tier, depends_on, panels, runbooks, log_fields, aliases.
    std::vector<ConfigPerson> people;                 ///< `people:`
    QStringList runbookFolders;                       ///< `runbooks:` absolute.
    QStringList catalogFiles;                         ///< `catalog:` absolute files or globs of catalog-info.yaml, opslevel.yml and the like.
    std::vector<CatalogList> catalogLists;            ///< `catalog:` lists of one's own.
    QString serviceLabel = QStringLiteral("service"); ///< `service_label:` the label that names a service.
    QStringList warnings;                             ///< Unknown keys and ignored parts: "file:line: ...".
    std::vector<ConfigOmission> omissions;            ///< Parts by which a backend is missing, or may be.
    QHash<QString, QString> places;                   ///< "file:line" of a backend, of its options and doubtful headers by "backend/key".

    /// The context in force: `name`; when that is empty current-context; where the file has none its only context, else one over all backends.
    /// A name that is not defined, by current-context too, yields a read-only context without backends, never another one; so do several
    /// contexts of which none is chosen.
    ConfigContext context(const QString &name = {}) const;
    /// The backends of a context.
    std::vector<Endpoint> backendsOf(const ConfigContext &context) const;
    /// What is missing from a context: its backends that are left out, and every part of which nobody knows what it holds.
    std::vector<ConfigOmission> omissionsOf(const ConfigContext &context) const;
    /// Whether there is a context of this name.
    bool hasContext(const QString &name) const;
    /// Whether the file says by itself which context is in force.
    bool hasCurrentContext() const;
    /// What to say where there is none of this name, or, for an empty one, where none is chosen: with the names that there are.
    QString noContextSentence(const QString &name) const;
    /// Warns of something at "file:line".
    void warn(const QString &place, const QString &sentence) { warnings.append(place + QStringLiteral(": ") + sentence); }
    /// Warns of it and adds it to what is left out; the text of `omission` is the sentence.
    void omit(const QString &place, ConfigOmission omission);
};

/// Reads a file and its includes. What can be read is kept; the rest becomes warnings.
/// Errors: NotFound, Rejected (not YAML, wrong version): `where` is file:line:column.
Result<Config> loadConfig(const QString &file);
/// The same from memory; relative files resolve against `folder`. For tests and the fuzz target.
Result<Config> parseConfig(const QByteArray &yaml, const QString &file, const QString &folder);

/// Folders by XDG, with QUARTERDECK_CONFIG_DIR and an explicit data folder on top.
struct Folders {
    QString config;
    QString data;
    QString state;
    QString cache;
    QString runtime;

    QString configFile() const { return config + QStringLiteral("/config.yaml"); }
    /// `dataDir` not empty: everything but the configuration lives below it.
    static Folders resolve(const QString &dataDir = {});
};

} // namespace quarterdeck
