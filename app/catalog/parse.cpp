#include "app/catalog/catalog.h"
#include "app/catalog/catalogwriter.h"
#include "app/catalog/formats.h"

#include "app/yaml/yamlnode.h"

namespace quarterdeck {

namespace {

using Reader = void (*)(const YamlNode &, CatalogWriter &);

// The format of a document by what only it has; nothing where it is none of them.
Reader readerOf(const YamlNode &root)
{
    if (root.text(u"apiVersion").startsWith(QLatin1StringView("backstage.io/"))) {
        return readBackstage;
    }
    if (root.text(u"apiVersion") == u"v3" && root.find(u"metadata") != nullptr) {
        return readDatadogEntity;
    }
    const YamlNode *info = root.find(u"info");
    if (root.find(u"dd-service") != nullptr || (info != nullptr && info->find(u"dd-service") != nullptr)) {
        return readDatadogService;
    }
    if (info != nullptr && info->find(u"x-cortex-tag") != nullptr) {
        return readCortex;
    }
    if (root.find(u"version") != nullptr && (root.find(u"service") != nullptr || root.find(u"repository") != nullptr)) {
        return readOpsLevel;
    }
    // What looks like an entity is told what it lacks to be one.
    return root.find(u"apiVersion") != nullptr || root.find(u"metadata") != nullptr ? readBackstage : nullptr;
}

void readDocument(const YamlDocument &document, CatalogWriter &out)
{
    out.addProblems(document.problems);
    for (const YamlEntry &entry : document.repeated) {
        out.refuse(entry.line, QStringLiteral("the key \"%1\" is given twice; the first counts").arg(entry.key));
    }
    if (!document.root) {
        out.addProblems({document.root.error().where + QStringLiteral(": ") + document.root.error().what});
        return;
    }
    if (const Reader read = readerOf(*document.root)) {
        read(*document.root, out);
        return;
    }
    out.refuse(document.root->line,
        QStringLiteral(
            "this document is not a catalog entity: a file of Backstage has apiVersion, kind and metadata, one of OpsLevel version and service, "
            "one of Cortex info with x-cortex-tag, one of Datadog dd-service or apiVersion: v3"));
}

} // namespace

CatalogFile parseCatalog(const QByteArray &yaml, const QString &file)
{
    CatalogWriter out(file);
    for (const YamlDocument &document : parseYaml(yaml, file)) {
        readDocument(document, out);
    }
    return out.take();
}

} // namespace quarterdeck
