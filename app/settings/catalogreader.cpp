#include "app/settings/catalogreader.h"

#include "app/settings/paths.h"
#include "app/settings/report.h"
#include "app/yaml/yamlnode.h"

namespace quarterdeck {

namespace {

const QStringList &listFields()
{
    static const QStringList Fields {QStringLiteral("name"), QStringLiteral("title"), QStringLiteral("description"), QStringLiteral("owner"),
        QStringLiteral("tier"), QStringLiteral("lifecycle"), QStringLiteral("depends_on"), QStringLiteral("runbooks"), QStringLiteral("aliases")};
    return Fields;
}

void readCatalogList(const YamlNode &item, const QString &folder, Config &config, ConfigReport &report)
{
    QSet<QString> known(listFields().cbegin(), listFields().cend());
    report.warnUnknown(item, known << QStringLiteral("file"), QStringLiteral("a list of the catalog"));
    CatalogList list;
    list.path = resolvedPath(item.text(u"file"), folder);
    if (list.path.isEmpty()) {
        report.warn(item.line, QStringLiteral("this list of the catalog names no file; it is ignored"));
        return;
    }
    for (const QString &field : listFields()) {
        if (const QString column = item.text(field); !column.isEmpty()) {
            list.columns.insert(field, column);
        }
    }
    if (!list.columns.contains(QStringLiteral("name"))) {
        report.warn(item.line, QStringLiteral("this list of the catalog does not say which column holds the name; write \"name: COLUMN\""));
    }
    config.catalogLists.push_back(std::move(list));
}

} // namespace

void readCatalog(const YamlNode &root, const QString &folder, Config &config, ConfigReport &report)
{
    const YamlNode *catalog = root.find(u"catalog");
    if (catalog == nullptr || catalog->isNull()) {
        return;
    }
    const std::vector<YamlNode> &items = catalog->isList() ? catalog->items : std::vector<YamlNode> {*catalog};
    for (const YamlNode &item : items) {
        if (item.isMap()) {
            readCatalogList(item, folder, config, report);
        } else if (item.isScalar() && !item.scalar.trimmed().isEmpty()) {
            config.catalogFiles.append(resolvedPath(item.scalar.trimmed(), folder));
        } else {
            report.warn(item.line, QStringLiteral("an entry of catalog is a file, or a map that begins with \"file: ...\"; this one is ignored"));
        }
    }
}

} // namespace quarterdeck
