#include "app/catalog/catalogwriter.h"
#include "app/catalog/formats.h"

#include "app/yaml/yamlnode.h"

namespace quarterdeck {

namespace {

QString kindOfCortex(const QString &type)
{
    if (type.isEmpty() || type == u"service") {
        return QStringLiteral("component");
    }
    if (type == u"team") {
        return QStringLiteral("group");
    }
    // Types of one's own are resources.
    return type == u"domain" ? QStringLiteral("domain") : QStringLiteral("resource");
}

// The team that owns it: the first group; a person or channel only where there is no group.
void readCortexOwners(const YamlNode &info, CatalogEntity &entity, CatalogWriter &out)
{
    const YamlNode *owners = info.find(u"x-cortex-owners");
    if (owners == nullptr || !owners->isList()) {
        return;
    }
    QStringList groups;
    QStringList people;
    for (const YamlNode &owner : owners->items) {
        if (owner.text(u"type").compare(u"group", Qt::CaseInsensitive) == 0) {
            groups.append(owner.text(u"name"));
        } else {
            people.append(owner.text(u"email"));
        }
    }
    groups.removeAll(QString());
    people.removeAll(QString());
    entity.owner = groups.value(0, people.value(0));
    entity.isOwnerElsewhere = true;
    if (groups.size() > 1) {
        out.warn(owners->line,
            QStringLiteral("%1 has %2 groups as owners; the first, %3, is shown as its owner")
                .arg(shown(entity.name))
                .arg(groups.size())
                .arg(groups.front()));
    }
}

void readCortexDependencies(const YamlNode &info, CatalogEntity &entity)
{
    const YamlNode *dependencies = info.find(u"x-cortex-dependency");
    if (dependencies == nullptr) {
        return;
    }
    // The list stands by itself, or under "cortex" beside what other products know.
    const YamlNode *own = dependencies->isMap() ? dependencies->find(u"cortex") : dependencies;
    for (const YamlNode &dependency : own != nullptr ? own->items : std::vector<YamlNode> {}) {
        if (const QString tag = dependency.text(u"tag"); !tag.isEmpty()) {
            entity.dependsOn.append(tag);
        }
    }
}

} // namespace

void readCortex(const YamlNode &root, CatalogWriter &out)
{
    const YamlNode &info = *root.find(u"info");
    CatalogEntity entity = out.entityAt(root.line);
    entity.kind = kindOfCortex(info.text(u"x-cortex-type"));
    entity.name = info.text(u"x-cortex-tag");
    entity.title = info.text(u"title");
    entity.description = info.text(u"description");
    entity.type = info.text(u"x-cortex-type");
    readCortexOwners(info, entity, out);
    readCortexDependencies(info, entity);
    if (const YamlNode *links = info.find(u"x-cortex-link")) {
        for (const YamlNode &link : links->items) {
            addLink(entity, link.text(u"type") + u' ' + link.text(u"name"), link.text(u"url"));
        }
    }
    if (out.hasName(entity, QStringLiteral("x-cortex-tag"))) {
        out.keep(entity);
    }
}

} // namespace quarterdeck
