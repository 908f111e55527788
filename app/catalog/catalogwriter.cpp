#include "app/catalog/catalogwriter.h"
#include "app/catalog/ownerref.h"

namespace quarterdeck {

namespace {

QString atLine(const QString &file, int line, const QString &reason)
{
    return QStringLiteral("%1:%2: ").arg(file).arg(line) + reason;
}

} // namespace

QString shown(const QString &text)
{
    return u'"' + text.left(80) + u'"';
}

void addLink(CatalogEntity &entity, const QString &words, const QString &url)
{
    if (words.contains(QLatin1StringView("runbook"), Qt::CaseInsensitive) && !url.isEmpty()) {
        entity.runbooks.append(url);
    }
}

CatalogWriter::CatalogWriter(QString file)
    : m_file(std::move(file))
{
}

void CatalogWriter::refuse(int line, const QString &reason)
{
    m_out.problems.append(atLine(m_file, line, reason));
}

void CatalogWriter::warn(int line, const QString &reason)
{
    m_out.warnings.append(atLine(m_file, line, reason));
}

CatalogEntity CatalogWriter::entityAt(int line) const
{
    CatalogEntity entity;
    entity.file = m_file;
    entity.line = line;
    return entity;
}

bool CatalogWriter::hasName(const CatalogEntity &entity, const QString &key)
{
    constexpr qsizetype LongestName = 200;
    if (entity.name.isEmpty()) {
        refuse(entity.line, QStringLiteral("%1 is empty or missing; the document is left out").arg(key));
        return false;
    }
    if (entity.name.size() > LongestName) {
        refuse(entity.line, QStringLiteral("the name %1 is longer than 200 characters; the document is left out").arg(shown(entity.name)));
        return false;
    }
    return true;
}

void CatalogWriter::keep(const CatalogEntity &entity)
{
    const QString key = EntityRef {entity.kind, entity.nameSpace.toLower(), entity.name.toLower()}.toString();
    if (const auto at = m_lines.constFind(key); at != m_lines.constEnd()) {
        refuse(entity.line, QStringLiteral("%1 is already defined in line %2; the first counts").arg(key).arg(*at));
        return;
    }
    m_lines.insert(key, entity.line);
    m_out.entities.push_back(entity);
}

} // namespace quarterdeck
