#include "app/catalog/catalog.h"
#include "app/catalog/ownerref.h"

#include "app/yaml/yamlnode.h"

#include <QHash>

namespace quarterdeck {

namespace {

QString problem(const QString &file, int line, const QString &reason)
{
    return QStringLiteral("%1:%2: ").arg(file).arg(line) + reason;
}

QString shown(const QString &text)
{
    return u'"' + text.left(80) + u'"';
}

Labels readMap(const YamlNode *map)
{
    Labels out;
    if (map != nullptr) {
        for (const YamlEntry &entry : map->entries) {
            if (entry.value.isScalar()) {
                out.insert(entry.key, entry.value.scalar.trimmed());
            }
        }
    }
    return out;
}

QString keyOf(const CatalogEntity &entity)
{
    return EntityRef {entity.kind, entity.nameSpace.toLower(), entity.name.toLower()}.toString();
}

class FileReader {
public:
    explicit FileReader(const QString &file)
        : m_file(file)
    {
    }

    void read(const YamlDocument &document)
    {
        m_out.problems.append(document.problems);
        if (!document.root) {
            m_out.problems.append(document.root.error().where + QStringLiteral(": ") + document.root.error().what);
            return;
        }
        readEntity(*document.root);
    }
    CatalogFile take() { return std::move(m_out); }

private:
    void refuse(int line, const QString &reason) { m_out.problems.append(problem(m_file, line, reason)); }

    void readEntity(const YamlNode &root)
    {
        const YamlNode *metadata = root.find(u"metadata");
        if (!root.isMap() || root.text(u"kind").isEmpty() || metadata == nullptr || !metadata->isMap()) {
            refuse(root.line, QStringLiteral("this document is not a catalog entity: it needs apiVersion, kind and metadata"));
            return;
        }
        if (!root.text(u"apiVersion").startsWith(QLatin1StringView("backstage.io/"))) {
            refuse(root.line, QStringLiteral("apiVersion %1 is not backstage.io/...; the document is left out").arg(shown(root.text(u"apiVersion"))));
            return;
        }
        CatalogEntity entity;
        entity.file = m_file;
        entity.line = root.line;
        entity.kind = root.text(u"kind").toLower();
        if (readMetadata(*metadata, entity)) {
            readSpec(root.find(u"spec"), entity);
            keep(entity);
        }
    }

    bool readMetadata(const YamlNode &metadata, CatalogEntity &entity)
    {
        entity.name = metadata.text(u"name");
        checkTags(metadata.find(u"tags"), entity);
        if (!isEntityName(entity.name)) {
            const YamlNode *name = metadata.find(u"name");
            refuse(name != nullptr ? name->line : metadata.line,
                QStringLiteral("the name %1 is refused: 1 to 63 letters and digits, separated by \"-\", \"_\" or \".\"").arg(shown(entity.name)));
            return false;
        }
        if (const QString space = metadata.text(u"namespace"); !space.isEmpty()) {
            if (!isEntityNamespace(space)) {
                refuse(metadata.find(u"namespace")->line,
                    QStringLiteral("the namespace %1 of %2 is refused: letters and digits, separated by \"-\"").arg(shown(space), entity.name));
                return false;
            }
            entity.nameSpace = space;
        }
        entity.title = metadata.text(u"title");
        entity.description = metadata.text(u"description");
        entity.annotations = readMap(metadata.find(u"annotations"));
        entity.labels = readMap(metadata.find(u"labels"));
        readLinks(metadata.find(u"links"), entity);
        return true;
    }

    // A bad tag takes nothing with it but itself.
    void checkTags(const YamlNode *tags, const CatalogEntity &entity)
    {
        if (tags == nullptr) {
            return;
        }
        for (const YamlNode &tag : tags->items) {
            if (!isEntityTag(tag.scalar.trimmed())) {
                refuse(tag.line,
                    QStringLiteral("the tag %1 of %2 is refused: a-z, 0-9, \":\", \"+\" and \"#\", separated by \"-\"")
                        .arg(shown(tag.scalar), entity.name));
            }
        }
    }

    static void readLinks(const YamlNode *links, CatalogEntity &entity)
    {
        if (links == nullptr) {
            return;
        }
        for (const YamlNode &link : links->items) {
            const QString words = link.text(u"type") + u' ' + link.text(u"title");
            if (words.contains(QLatin1StringView("runbook"), Qt::CaseInsensitive) && !link.text(u"url").isEmpty()) {
                entity.runbooks.append(link.text(u"url"));
            }
        }
    }

    void readSpec(const YamlNode *spec, CatalogEntity &entity)
    {
        if (spec == nullptr) {
            return;
        }
        entity.owner = spec->text(u"owner");
        entity.type = spec->text(u"type");
        entity.lifecycle = spec->text(u"lifecycle");
        entity.system = spec->text(u"system");
        entity.dependsOn = spec->texts(u"dependsOn");
        if (!entity.owner.isEmpty() && !parseEntityRef(entity.owner, QStringLiteral("group"), entity.nameSpace)) {
            refuse(spec->find(u"owner")->line,
                QStringLiteral("the owner %1 of %2 is not written [kind:][namespace/]name").arg(shown(entity.owner), entity.name));
            entity.owner.clear();
        }
        for (const QString &ref : std::as_const(entity.dependsOn)) {
            if (!parseEntityRef(ref, QStringLiteral("component"), entity.nameSpace)) {
                refuse(spec->find(u"dependsOn")->line, QStringLiteral("%1 in dependsOn of %2 is not a reference").arg(shown(ref), entity.name));
            }
        }
        entity.dependsOn.removeIf([&](const QString &ref) { return !parseEntityRef(ref, QStringLiteral("component"), entity.nameSpace); });
    }

    void keep(const CatalogEntity &entity)
    {
        const QString key = keyOf(entity);
        if (const auto at = m_lines.constFind(key); at != m_lines.constEnd()) {
            refuse(entity.line, QStringLiteral("%1 is already defined in line %2; the first counts").arg(key).arg(*at));
            return;
        }
        m_lines.insert(key, entity.line);
        m_out.entities.push_back(entity);
    }

    QString m_file;
    QHash<QString, int> m_lines;
    CatalogFile m_out;
};

} // namespace

CatalogFile parseCatalog(const QByteArray &yaml, const QString &file)
{
    FileReader reader(file);
    for (const YamlDocument &document : parseYaml(yaml, file)) {
        reader.read(document);
    }
    return reader.take();
}

} // namespace quarterdeck
