#include "app/catalog/catalogwriter.h"
#include "app/catalog/formats.h"

#include "app/yaml/yamlnode.h"

namespace quarterdeck {

namespace {

// The items of a list under a key; a single one that stands there by itself counts as a list of one.
const std::vector<YamlNode> &opsLevelItems(const YamlNode &map, QStringView key)
{
    static const std::vector<YamlNode> None;
    const YamlNode *value = map.find(key);
    return value != nullptr && value->isList() ? value->items : None;
}

void readService(const YamlNode &service, CatalogWriter &out)
{
    CatalogEntity entity = out.entityAt(service.line);
    entity.kind = QStringLiteral("component");
    entity.name = service.text(u"name");
    entity.description = service.text(u"description");
    entity.owner = service.text(u"owner");
    entity.isOwnerElsewhere = true;
    entity.type = service.text(u"type");
    entity.lifecycle = service.text(u"lifecycle");
    entity.tier = service.text(u"tier");
    entity.system = service.text(u"system");
    entity.aliases = service.texts(u"aliases");
    for (const YamlNode &tool : opsLevelItems(service, u"tools")) {
        addLink(entity, tool.text(u"category") + u' ' + tool.text(u"name"), tool.text(u"url"));
    }
    for (const YamlNode &dependency : opsLevelItems(service, u"dependencies")) {
        const QString name = dependency.isScalar() ? dependency.scalar.trimmed() : dependency.text(u"alias");
        if (name.isEmpty()) {
            out.warn(dependency.line, QStringLiteral("a dependency of %1 has no alias; OpsLevel refuses it").arg(shown(entity.name)));
        } else {
            entity.dependsOn.append(name);
        }
    }
    if (out.hasName(entity, QStringLiteral("service.name"))) {
        out.keep(entity);
    }
}

} // namespace

void readOpsLevel(const YamlNode &root, CatalogWriter &out)
{
    if (const QString version = root.text(u"version"); version != u"1") {
        out.refuse(root.line, QStringLiteral("version %1 of an OpsLevel file is not 1; the document is left out").arg(shown(version)));
        return;
    }
    const YamlNode *service = root.find(u"service");
    // A file of a repository alone attaches it to services that others define.
    if (service == nullptr || service->isNull()) {
        return;
    }
    if (!service->isMap()) {
        out.refuse(service->line, QStringLiteral("service is a map that begins with \"name: ...\"; the document is left out"));
        return;
    }
    readService(*service, out);
}

} // namespace quarterdeck
