#include "app/catalog/catalog.h"
#include "app/catalog/catalogwriter.h"
#include "app/catalog/csvrows.h"

#include "app/yaml/yamlnode.h"

#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace quarterdeck {

namespace {

// A row, whatever it came from: the texts of a column, none where the row has no such column.
struct ListRow {
    int line = 1;
    std::function<std::optional<QStringList>(const QString &)> column;
};

class ListReader {
public:
    ListReader(const CatalogList &list, CatalogWriter &out)
        : m_list(list)
        , m_out(out)
    {
    }

    void read(const ListRow &row)
    {
        CatalogEntity entity = m_out.entityAt(row.line);
        entity.kind = QStringLiteral("component");
        entity.isOwnerElsewhere = true;
        entity.name = text(row, QStringLiteral("name"));
        entity.title = text(row, QStringLiteral("title"));
        entity.description = text(row, QStringLiteral("description"));
        entity.owner = text(row, QStringLiteral("owner"));
        entity.tier = text(row, QStringLiteral("tier"));
        entity.lifecycle = text(row, QStringLiteral("lifecycle"));
        entity.dependsOn = texts(row, QStringLiteral("depends_on"));
        entity.runbooks = texts(row, QStringLiteral("runbooks"));
        entity.aliases = texts(row, QStringLiteral("aliases"));
        m_hasRows = true;
        if (m_out.hasName(entity, m_list.columns.value(QStringLiteral("name")))) {
            m_out.keep(entity);
        }
    }

    // A column that no row has is misspelt, and what it should have said is missing everywhere.
    void finish()
    {
        for (auto at = m_list.columns.cbegin(); m_hasRows && at != m_list.columns.cend(); ++at) {
            if (!m_found.contains(at.key())) {
                m_out.refuse(1, QStringLiteral("no row has what %1 is taken from: %2").arg(at.key(), shown(at.value())));
            }
        }
    }

private:
    QStringList texts(const ListRow &row, const QString &field)
    {
        const QString column = m_list.columns.value(field);
        if (column.isEmpty()) {
            return {};
        }
        if (column.contains(u'{')) {
            return {filled(row, field, column)};
        }
        const auto values = row.column(column);
        if (values) {
            m_found.insert(field);
        }
        return values.value_or(QStringList());
    }

    QString text(const ListRow &row, const QString &field) { return texts(row, field).join(QStringLiteral(", ")); }

    QString filled(const ListRow &row, const QString &field, const QString &pattern)
    {
        static const QRegularExpression Column(QStringLiteral("\\{([^{}]+)\\}"));
        QString out;
        qsizetype from = 0;
        for (auto matches = Column.globalMatch(pattern); matches.hasNext();) {
            const auto match = matches.next();
            const auto values = row.column(match.captured(1));
            if (!values || values->isEmpty()) {
                return {};
            }
            m_found.insert(field);
            out += QStringView(pattern).mid(from, match.capturedStart() - from);
            out += values->join(u',');
            from = match.capturedEnd();
        }
        out += QStringView(pattern).mid(from);
        return out;
    }

    const CatalogList &m_list;
    CatalogWriter &m_out;
    QSet<QString> m_found; // Fields whose column some row has.
    bool m_hasRows = false;
};

// A cell may hold several names.
QStringList partsOf(const QString &cell)
{
    static const QRegularExpression Separators(QStringLiteral("\\s*[,;\\n]\\s*"));
    return cell.trimmed().split(Separators, Qt::SkipEmptyParts);
}

void readCsv(const QByteArray &bytes, ListReader &reader, CatalogWriter &out, const CatalogList &list)
{
    const CsvFile csv = csvRows(bytes);
    if (!csv.problem.isEmpty()) {
        out.refuse(csv.line, csv.problem + QStringLiteral("; the file is left out"));
    }
    if (csv.rows.empty()) {
        return;
    }
    const QStringList head = csv.rows.front().cells;
    const QSet<QString> several {list.columns.value(QStringLiteral("depends_on")), list.columns.value(QStringLiteral("runbooks")),
        list.columns.value(QStringLiteral("aliases"))};
    for (std::size_t i = 1; i < csv.rows.size(); ++i) {
        const CsvRow &row = csv.rows[i];
        reader.read({row.line, [&](const QString &name) -> std::optional<QStringList> {
                         const qsizetype at = head.indexOf(name);
                         if (at < 0) {
                             return std::nullopt;
                         }
                         const QString cell = row.cells.value(at);
                         return several.contains(name) ? partsOf(cell) : QStringList(cell);
                     }});
    }
}

const YamlNode *valueAt(const YamlNode &row, const QString &path)
{
    const YamlNode *value = row.find(path);
    if (value != nullptr || !path.contains(u'.')) {
        return value;
    }
    value = &row;
    for (const QString &key : path.split(u'.')) {
        value = value == nullptr ? nullptr : value->find(key);
    }
    return value;
}

void readYamlRow(const YamlNode &row, const QString &name, ListReader &reader, CatalogWriter &out)
{
    if (!row.isMap()) {
        out.refuse(row.line, QStringLiteral("this is not a map of columns and values; it is left out"));
        return;
    }
    reader.read({row.line, [&](const QString &path) -> std::optional<QStringList> {
                     if (path == u"$key" && !name.isEmpty()) {
                         return QStringList(name);
                     }
                     const YamlNode *value = valueAt(row, path);
                     return value == nullptr ? std::nullopt : std::optional(value->texts());
                 }});
}

void readYamlList(const YamlDocument &document, ListReader &reader, CatalogWriter &out)
{
    out.addProblems(document.problems);
    if (!document.root) {
        out.addProblems({document.root.error().where + QStringLiteral(": ") + document.root.error().what});
        return;
    }
    if (!document.root->isList() && !document.root->isMap()) {
        out.refuse(document.root->line, QStringLiteral("this is neither a list of services nor a map of them; it is left out"));
    }
    for (const YamlNode &row : document.root->items) {
        readYamlRow(row, {}, reader, out);
    }
    for (const YamlEntry &entry : document.root->entries) {
        readYamlRow(entry.value, entry.key, reader, out);
    }
}

} // namespace

CatalogFile parseCatalogList(const QByteArray &bytes, const QString &file, const CatalogList &list)
{
    CatalogWriter out(file);
    if (!list.columns.contains(QStringLiteral("name"))) {
        out.refuse(1, QStringLiteral("nothing says which column holds the name; the file is left out"));
        return out.take();
    }
    ListReader reader(list, out);
    if (file.endsWith(QLatin1StringView(".csv"), Qt::CaseInsensitive) || file.endsWith(QLatin1StringView(".tsv"), Qt::CaseInsensitive)) {
        readCsv(bytes, reader, out, list);
    } else {
        for (const YamlDocument &document : parseYaml(bytes, file)) {
            readYamlList(document, reader, out);
        }
    }
    reader.finish();
    return out.take();
}

} // namespace quarterdeck
