#include "app/catalog/catalogwriter.h"
#include "app/catalog/formats.h"
#include "app/catalog/ownerref.h"

#include "app/yaml/yamlnode.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck {

namespace {

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

// What the YAML of Backstage reads as a number, a boolean or nothing unless it is quoted.
bool isNoText(const YamlNode &node)
{
    static const QRegularExpression Other(
        QStringLiteral("^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)"
                       "|\\.(?:nan|NaN|NAN)|true|True|TRUE|false|False|FALSE|null|Null|NULL|~)$"));
    return node.isScalar() && !node.isQuoted && Other.match(node.scalar.trimmed()).hasMatch();
}

/// As Backstage writes it; empty for a kind that it does not know.
QString writtenKind(const QString &kind)
{
    static const QStringList Kinds {QStringLiteral("Component"), QStringLiteral("API"), QStringLiteral("Resource"), QStringLiteral("System"),
        QStringLiteral("Domain"), QStringLiteral("Group"), QStringLiteral("User"), QStringLiteral("Template"), QStringLiteral("Location"),
        QStringLiteral("AiResource")};
    const auto at = std::find_if(Kinds.begin(), Kinds.end(), [&kind](const QString &name) { return name.compare(kind, Qt::CaseInsensitive) == 0; });
    return at == Kinds.end() ? QString() : *at;
}

// Where a document takes something over by "<<", which is one of YAML 1.1 and not of Backstage.
const YamlEntry *firstMerge(const YamlNode &node)
{
    for (const YamlEntry &entry : node.entries) {
        if (entry.key == u"<<") {
            return &entry;
        }
        if (const YamlEntry *below = firstMerge(entry.value)) {
            return below;
        }
    }
    for (const YamlNode &item : node.items) {
        if (const YamlEntry *below = firstMerge(item)) {
            return below;
        }
    }
    return nullptr;
}

class BackstageReader {
public:
    explicit BackstageReader(CatalogWriter &out)
        : m_out(out)
    {
    }
    void read(const YamlNode &root) { readEntity(root); }

private:
    void refuse(int line, const QString &reason) { m_out.refuse(line, reason); }
    void warn(int line, const QString &reason) { m_out.warn(line, reason); }

    void warnOfNumber(const YamlNode &map, QStringView key, const QString &owner)
    {
        if (const YamlNode *value = map.find(key); value != nullptr && isNoText(*value)) {
            warn(value->line,
                QStringLiteral("%1 of %2 is %3 without quotes, which Backstage rejects because it is not text; write \"%3\"")
                    .arg(key, shown(owner), value->scalar.trimmed()));
        }
    }

    void warnOfPairs(const YamlNode *map, const QString &owner)
    {
        for (const YamlEntry &entry : map != nullptr ? map->entries : std::vector<YamlEntry> {}) {
            warnOfNumber(*map, entry.key, owner);
            if (!isEntityKey(entry.key)) {
                warn(entry.line,
                    QStringLiteral("the key %1 of %2 is not letters, digits, \"-\", \"_\" and \".\"; Backstage refuses it")
                        .arg(shown(entry.key), shown(owner)));
            }
        }
    }

    void warnOfHead(const YamlNode &root)
    {
        const QString kind = root.text(u"kind");
        if (const QString right = writtenKind(kind); right.isEmpty()) {
            warn(root.find(u"kind")->line, QStringLiteral("the kind %1 is not one of Backstage's, which refuses it").arg(shown(kind)));
        } else if (right != kind) {
            warn(root.find(u"kind")->line, QStringLiteral("the kind is written %1; Backstage refuses %2").arg(right, shown(kind)));
        }
        if (const QString version = root.text(u"apiVersion"); version != u"backstage.io/v1alpha1" && version != u"backstage.io/v1beta1") {
            warn(root.find(u"apiVersion")->line,
                QStringLiteral("the apiVersion %1 is neither backstage.io/v1alpha1 nor backstage.io/v1beta1; Backstage refuses it")
                    .arg(shown(version)));
        }
        if (const YamlEntry *merge = firstMerge(root)) {
            warn(merge->line, QStringLiteral("\"<<\" takes nothing over in a catalog file, as in Backstage; write the keys out"));
        }
    }

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
        CatalogEntity entity = m_out.entityAt(root.line);
        entity.kind = root.text(u"kind").toLower();
        warnOfHead(root);
        if (readMetadata(*metadata, entity)) {
            readSpec(root.find(u"spec"), entity);
            entity.tier = entity.labels.value(u"tier");
            m_out.keep(entity);
        }
    }

    bool readMetadata(const YamlNode &metadata, CatalogEntity &entity)
    {
        entity.name = metadata.text(u"name");
        for (const char16_t *key : {u"name", u"namespace", u"title", u"description"}) {
            warnOfNumber(metadata, key, entity.name);
        }
        warnOfPairs(metadata.find(u"annotations"), entity.name);
        warnOfPairs(metadata.find(u"labels"), entity.name);
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
            addLink(entity, link.text(u"type") + u' ' + link.text(u"title"), link.text(u"url"));
        }
    }

    void readSpec(const YamlNode *spec, CatalogEntity &entity)
    {
        if (spec == nullptr) {
            warn(entity.line, QStringLiteral("%1 has no spec; Backstage refuses it").arg(shown(entity.name)));
            return;
        }
        entity.owner = spec->text(u"owner");
        entity.type = spec->text(u"type");
        entity.lifecycle = spec->text(u"lifecycle");
        entity.system = spec->text(u"system");
        entity.dependsOn = spec->texts(u"dependsOn");
        for (const char16_t *key : {u"owner", u"type", u"lifecycle", u"system"}) {
            warnOfNumber(*spec, key, entity.name);
        }
        warnOfMissing(*spec, entity);
        readTargets(*spec, entity);
        if (!entity.owner.isEmpty() && !parseEntityRef(entity.owner, QStringLiteral("group"), entity.nameSpace)) {
            refuse(spec->find(u"owner")->line,
                QStringLiteral("the owner %1 of %2 is not written [kind:][namespace/]name").arg(shown(entity.owner), entity.name));
            entity.owner.clear();
        }
        for (const QString &ref : std::as_const(entity.dependsOn)) {
            if (!parseEntityRef(ref, QStringLiteral("component"), entity.nameSpace)) {
                refuse(spec->find(u"dependsOn")->line, QStringLiteral("%1 in dependsOn of %2 is not a reference").arg(shown(ref), entity.name));
            } else if (!ref.contains(u':')) {
                warn(spec->find(u"dependsOn")->line,
                    QStringLiteral("%1 in dependsOn of %2 has no kind; it is read as component:%3, and Backstage refuses it")
                        .arg(shown(ref), entity.name, ref.left(80)));
            }
        }
        entity.dependsOn.removeIf([&](const QString &ref) { return !parseEntityRef(ref, QStringLiteral("component"), entity.nameSpace); });
    }

    void warnOfMissing(const YamlNode &spec, const CatalogEntity &entity)
    {
        if (entity.kind != u"component" && entity.kind != u"resource") {
            return;
        }
        for (const char16_t *key : {u"type", u"lifecycle", u"owner"}) {
            const bool isNeeded = entity.kind == u"component" || QStringView(key) != u"lifecycle";
            if (isNeeded && spec.text(key).isEmpty()) {
                warn(spec.line, QStringLiteral("%1 has no %2 under spec; Backstage refuses it").arg(shown(entity.name), QStringView(key)));
            }
        }
    }

    void readTargets(const YamlNode &spec, CatalogEntity &entity)
    {
        if (entity.kind != u"location") {
            return;
        }
        entity.targets = spec.texts(u"target") + spec.texts(u"targets");
        if (!entity.type.isEmpty() && entity.type != u"file") {
            refuse(spec.line,
                QStringLiteral("the Location %1 is of the type %2, which is not followed; only \"file\" is").arg(entity.name, shown(entity.type)));
            entity.targets.clear();
        } else if (entity.targets.isEmpty()) {
            refuse(spec.line, QStringLiteral("the Location %1 names no file: it needs target or targets").arg(entity.name));
        }
    }

    CatalogWriter &m_out;
};

} // namespace

void readBackstage(const YamlNode &root, CatalogWriter &out)
{
    BackstageReader(out).read(root);
}

} // namespace quarterdeck
