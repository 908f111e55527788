#include "app/catalog/catalog.h"
#include "app/catalog/ownerref.h"

#include <QFileInfo>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

bool isServiceKind(const CatalogEntity &entity)
{
    return entity.kind == QLatin1StringView("component") || entity.kind == QLatin1StringView("resource");
}

QString ownerKey(const QString &owner, const QString &nameSpace)
{
    const auto ref = parseEntityRef(owner, QStringLiteral("group"), nameSpace);
    return ref ? ref->toString() : owner.trimmed().toLower();
}

// A group of the default namespace is called by its name alone, as configuration and labels do.
QString ownerName(const QString &owner, const QString &nameSpace)
{
    const auto ref = parseEntityRef(owner, QStringLiteral("group"), nameSpace);
    if (!ref) {
        return owner;
    }
    QString name = ref->nameSpace == QLatin1StringView("default") ? ref->name : ref->nameSpace + u'/' + ref->name;
    if (ref->kind != QLatin1StringView("group")) {
        name.prepend(ref->kind + u':');
    }
    return name;
}

// The names under which entities appear in the list of services.
class Names {
public:
    explicit Names(const std::vector<CatalogFile> &catalogs)
    {
        for (const CatalogFile &file : catalogs) {
            for (const CatalogEntity &entity : file.entities) {
                if (isServiceKind(entity)) {
                    m_spaces[entity.name.toLower()].insert(entity.nameSpace.toLower());
                    m_written.insert(EntityRef {entity.kind, entity.nameSpace.toLower(), entity.name.toLower()}.toString(), entity.name);
                    m_kinds[entity.name.toLower()].insert(entity.kind);
                }
            }
        }
    }
    QString of(const EntityRef &ref) const
    {
        const bool isShared = m_spaces.value(ref.name).size() > 1 && ref.nameSpace != QLatin1StringView("default");
        const QString written = m_written.value(ref.toString(), ref.name);
        QString name = isShared ? ref.nameSpace + u'/' + written : written;
        if (ref.kind == QLatin1StringView("resource") && m_kinds.value(ref.name).size() > 1) {
            name.prepend(QLatin1StringView("resource:"));
        }
        return name;
    }
    QString of(const CatalogEntity &entity) const { return of(EntityRef {entity.kind, entity.nameSpace.toLower(), entity.name.toLower()}); }

private:
    QHash<QString, QSet<QString>> m_spaces;
    QHash<QString, QSet<QString>> m_kinds;
    QHash<QString, QString> m_written; // By reference: the name as its file writes it.
};

Service fromEntity(const CatalogEntity &entity, const Names &names)
{
    Service service;
    service.name = names.of(entity);
    service.title = entity.title;
    service.description = entity.description;
    service.owner = entity.isOwnerElsewhere || entity.owner.isEmpty() ? entity.owner : ownerName(entity.owner, entity.nameSpace);
    service.tier = entity.tier;
    service.aliases = entity.aliases;
    service.lifecycle = entity.lifecycle;
    service.runbooks = entity.runbooks;
    for (const QString &text : entity.dependsOn) {
        // Other products allow names that are no reference of Backstage.
        const auto ref = parseEntityRef(text, QStringLiteral("component"), entity.nameSpace);
        service.dependsOn.append(ref ? names.of(*ref) : text);
    }
    const QString source = QStringLiteral("%1:%2").arg(QFileInfo(entity.file).fileName()).arg(entity.line);
    for (const char *field : {"title", "description", "owner", "tier", "lifecycle"}) {
        service.provenance.push_back({QLatin1StringView(field), source});
    }
    return service;
}

QString sourceOf(const Service &service, const QString &field, const QString &fallback)
{
    const auto at = std::find_if(service.provenance.begin(), service.provenance.end(), [&](const Provenance &p) { return p.field == field; });
    return at == service.provenance.end() ? fallback : at->source;
}

class ServiceMerger {
public:
    /// A service that is defined, by configuration or catalog: its name is its own, and its aliases are its names too where nobody else has them.
    void define(const Service &service)
    {
        m_defined.insert(service.name.toLower());
        for (const QString &alias : service.aliases) {
            const QString key = alias.toLower();
            if (const auto at = m_aliases.constFind(key); at == m_aliases.constEnd()) {
                m_aliases.insert(key, service.name);
            } else if (at->compare(service.name, Qt::CaseInsensitive) != 0) {
                m_disputed[at->toLower()].append(QStringLiteral("%1 is an alias of %2 too").arg(alias, service.name));
            }
        }
    }

    void add(const Service &from, const QString &sourceName)
    {
        const QString key = from.name.toLower();
        if (key.isEmpty()) {
            return;
        }
        const QString name = ownName(from.name);
        Service &into = m_services[name.toLower()];
        if (into.name.isEmpty()) {
            into.name = name;
        }
        setText(into, into.title, from, from.title, QStringLiteral("title"), sourceName);
        setText(into, into.description, from, from.description, QStringLiteral("description"), sourceName);
        setDecisive(into, into.owner, from, from.owner, QStringLiteral("owner"), sourceName);
        setDecisive(into, into.tier, from, from.tier, QStringLiteral("tier"), sourceName);
        setDecisive(into, into.lifecycle, from, from.lifecycle, QStringLiteral("lifecycle"), sourceName);
        into.conflicts.append(from.conflicts);
        into.aliases.append(from.aliases);
        into.dependsOn.append(from.dependsOn);
        into.runbooks.append(from.runbooks);
        if (into.panels.empty()) {
            into.panels = from.panels;
        }
        if (into.logFields.empty()) {
            into.logFields = from.logFields;
        }
    }

    std::vector<Service> finish(const QSet<QString> &teams, bool hasCatalogs)
    {
        for (Service &service : m_services) {
            std::for_each(service.dependsOn.begin(), service.dependsOn.end(), [this](QString &name) { name = spelling(name); });
            service.dependsOn.removeAll(service.name);
            service.dependsOn.removeDuplicates();
            service.runbooks.removeDuplicates();
            service.conflicts += m_disputed.value(service.name.toLower());
            keepOwnAliases(service);
            service.conflicts.removeDuplicates();
            service.isOwnerKnown = service.owner.isEmpty() || !hasCatalogs || teams.contains(ownerKey(service.owner, QStringLiteral("default")));
        }
        for (const Service &service : std::as_const(m_services)) {
            for (const QString &name : service.dependsOn) {
                if (const auto at = m_services.find(name.toLower()); at != m_services.end()) {
                    at->dependents.append(service.name);
                }
            }
        }
        return {m_services.cbegin(), m_services.cend()};
    }

private:
    // What another service is called, by its name or as the first with that alias, is not this one's.
    void keepOwnAliases(Service &service) const
    {
        service.aliases.removeDuplicates();
        service.aliases.removeIf([&](const QString &alias) {
            const QString of = ownName(alias);
            const bool isAnothers = of.compare(service.name, Qt::CaseInsensitive) != 0;
            if (isAnothers) {
                service.conflicts.append(m_defined.contains(alias.toLower())
                        ? QStringLiteral("the alias %1 is the name of another service").arg(alias)
                        : QStringLiteral("%1 is an alias of %2 first").arg(alias, of));
            }
            return isAnothers;
        });
    }

    // The service that a name or an alias means.
    QString ownName(const QString &name) const { return m_defined.contains(name.toLower()) ? name : m_aliases.value(name.toLower(), name); }

    // A service is called as its own definition writes it, wherever it is named.
    QString spelling(const QString &name) const
    {
        const QString own = ownName(name);
        const auto at = m_services.constFind(own.toLower());
        return at == m_services.constEnd() ? own : at->name;
    }

    static bool setText(Service &into, QString &value, const Service &from, const QString &given, const QString &field, const QString &sourceName)
    {
        if (given.isEmpty() || !value.isEmpty()) {
            return false;
        }
        value = given;
        into.provenance.push_back({field, sourceOf(from, field, sourceName)});
        return true;
    }

    static void setDecisive(Service &into, QString &value, const Service &from, const QString &given, const QString &field, const QString &sourceName)
    {
        if (given.isEmpty() || setText(into, value, from, given, field, sourceName)) {
            return;
        }
        const bool isOwner = field == QLatin1StringView("owner");
        const bool isSame = isOwner ? ownerKey(value, QStringLiteral("default")) == ownerKey(given, QStringLiteral("default"))
                                    : value.compare(given, Qt::CaseInsensitive) == 0;
        if (!isSame) {
            into.conflicts.append(QStringLiteral("%1 is \"%2\" by %3, but \"%4\" by %5")
                                      .arg(field, value, sourceOf(into, field, QString()), given, sourceOf(from, field, sourceName)));
        }
    }

    QMap<QString, Service> m_services;
    QSet<QString> m_defined;                // Lower case.
    QHash<QString, QString> m_aliases;      // The service of an alias, by lower case alias.
    QHash<QString, QStringList> m_disputed; // Conflicts, by lower case name of the service.
};

} // namespace

std::vector<Service> mergeServices(const std::vector<Service> &configured, const std::vector<CatalogFile> &catalogs,
    const std::vector<Service> &discovered, const QStringList &teams)
{
    const Names names(catalogs);
    QSet<QString> known;
    for (const QString &team : teams) {
        known.insert(ownerKey(team, QStringLiteral("default")));
    }
    std::vector<Service> defined;
    for (const CatalogFile &file : catalogs) {
        for (const CatalogEntity &entity : file.entities) {
            if (isServiceKind(entity)) {
                defined.push_back(fromEntity(entity, names));
            } else if (entity.kind == QLatin1StringView("group") || entity.kind == QLatin1StringView("user")) {
                known.insert(EntityRef {entity.kind, entity.nameSpace.toLower(), entity.name.toLower()}.toString());
            }
            if (entity.isOwnerElsewhere && !entity.owner.isEmpty()) {
                known.insert(ownerKey(entity.owner, entity.nameSpace));
            }
        }
    }
    ServiceMerger merger;
    for (const std::vector<Service> *services : {&configured, &std::as_const(defined)}) {
        std::for_each(services->begin(), services->end(), [&merger](const Service &service) { merger.define(service); });
    }
    for (const Service &service : configured) {
        merger.add(service, QStringLiteral("config.yaml"));
    }
    for (const Service &service : defined) {
        merger.add(service, QStringLiteral("catalog-info.yaml"));
    }
    for (const Service &service : discovered) {
        merger.add(service, QStringLiteral("labels"));
    }
    return merger.finish(known, !catalogs.empty());
}

} // namespace quarterdeck
