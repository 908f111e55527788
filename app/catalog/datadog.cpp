#include "app/catalog/catalogwriter.h"
#include "app/catalog/formats.h"

#include "app/yaml/yamlnode.h"

namespace quarterdeck {

namespace {

void readDatadogLinks(const YamlNode *links, CatalogEntity &entity)
{
    if (links != nullptr) {
        for (const YamlNode &link : links->items) {
            addLink(entity, link.text(u"type") + u' ' + link.text(u"name"), link.text(u"url"));
        }
    }
}

// Version 1 keeps in blocks what the later ones have at the top.
void readFirstVersion(const YamlNode &root, CatalogEntity &entity)
{
    const YamlNode &info = *root.find(u"info");
    entity.name = info.text(u"dd-service");
    entity.title = info.text(u"display-name");
    entity.description = info.text(u"description");
    entity.tier = info.text(u"service-tier");
    if (const YamlNode *org = root.find(u"org")) {
        entity.owner = org->text(u"team");
        entity.system = org->text(u"application");
    }
    readDatadogLinks(root.find(u"external-resources"), entity);
}

void readLaterVersion(const YamlNode &root, CatalogEntity &entity)
{
    entity.name = root.text(u"dd-service");
    entity.description = root.text(u"description");
    entity.owner = root.text(u"team").isEmpty() ? root.text(u"dd-team") : root.text(u"team");
    entity.type = root.text(u"type");
    entity.lifecycle = root.text(u"lifecycle");
    entity.tier = root.text(u"tier");
    entity.system = root.text(u"application");
    readDatadogLinks(root.find(u"links"), entity);
}

QString kindOfDatadog(const QString &kind)
{
    if (kind == u"service") {
        return QStringLiteral("component");
    }
    if (kind == u"datastore" || kind == u"queue") {
        return QStringLiteral("resource");
    }
    // "application" is what a system was called before.
    return kind == u"application" ? QStringLiteral("system") : kind;
}

// "service:checkout", "datastore:orders-db" or "checkout".
QString datadogRef(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    return colon < 0 ? text : kindOfDatadog(text.left(colon).toLower()) + text.mid(colon);
}

void warnOfOwners(const YamlNode &metadata, const CatalogEntity &entity, CatalogWriter &out)
{
    const YamlNode *more = metadata.find(u"additionalOwners");
    if (more != nullptr && !more->items.empty() && entity.owner.isEmpty()) {
        out.warn(more->line, QStringLiteral("%1 has additionalOwners but no owner, so that nobody answers for it").arg(shown(entity.name)));
    }
    if (const YamlNode *from = metadata.find(u"inheritFrom"); from != nullptr && !from->isNull()) {
        out.warn(from->line, QStringLiteral("%1 inherits from %2, which is not followed").arg(shown(entity.name), shown(from->scalar.trimmed())));
    }
}

} // namespace

void readDatadogService(const YamlNode &root, CatalogWriter &out)
{
    CatalogEntity entity = out.entityAt(root.line);
    entity.kind = QStringLiteral("component");
    entity.isOwnerElsewhere = true;
    if (root.find(u"dd-service") != nullptr) {
        readLaterVersion(root, entity);
        if (root.text(u"schema-version").isEmpty()) {
            out.warn(root.line, QStringLiteral("%1 has no schema-version; Datadog refuses it").arg(shown(entity.name)));
        }
    } else {
        readFirstVersion(root, entity);
    }
    if (out.hasName(entity, QStringLiteral("dd-service"))) {
        out.keep(entity);
    }
}

void readDatadogEntity(const YamlNode &root, CatalogWriter &out)
{
    const YamlNode &metadata = *root.find(u"metadata");
    CatalogEntity entity = out.entityAt(root.line);
    entity.kind = kindOfDatadog(root.text(u"kind").toLower());
    entity.isOwnerElsewhere = true;
    entity.name = metadata.text(u"name");
    if (const QString space = metadata.text(u"namespace"); !space.isEmpty()) {
        entity.nameSpace = space;
    }
    entity.title = metadata.text(u"displayName");
    entity.description = metadata.text(u"description");
    entity.owner = metadata.text(u"owner");
    readDatadogLinks(metadata.find(u"links"), entity);
    warnOfOwners(metadata, entity, out);
    if (const YamlNode *spec = root.find(u"spec")) {
        entity.type = spec->text(u"type");
        entity.lifecycle = spec->text(u"lifecycle");
        entity.tier = spec->text(u"tier");
        entity.system = spec->texts(u"componentOf").value(0);
        for (const QString &name : spec->texts(u"dependsOn")) {
            entity.dependsOn.append(datadogRef(name));
        }
    }
    if (out.hasName(entity, QStringLiteral("metadata.name"))) {
        out.keep(entity);
    }
}

} // namespace quarterdeck
