#include "app/store/logfilter.h"

#include "app/store/tables/blob.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

/// Where the service of the query is kept among the known fields; no source has a field of this name.
const QString ServiceField = QStringLiteral(" service");

bool isIndexed(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() < 0x7f;
}

} // namespace

LogFilter::LogFilter(const LogQuery &query)
    : m_service(query.service)
    , m_text(query.text)
    , m_levels(query.levels)
{
    for (const Label &field : query.fields) {
        m_fields[field.name] += field.value;
    }
    for (QStringList &values : m_fields) {
        values.removeDuplicates();
        values.sort();
    }
    std::sort(m_levels.begin(), m_levels.end());
}

bool LogFilter::matches(const LogLine &line, const Labels &known) const
{
    if (!m_levels.empty() && std::find(m_levels.begin(), m_levels.end(), line.level) == m_levels.end()) {
        return false;
    }
    if (!m_service.isEmpty() && line.service != m_service && known.value(ServiceField) != m_service) {
        return false;
    }
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const QString value = line.fields.contains(it.key()) ? line.fields.value(it.key()) : known.value(it.key());
        if (!it->contains(value)) {
            return false;
        }
    }
    return m_text.isEmpty() || QString::fromUtf8(line.text).contains(m_text, Qt::CaseInsensitive);
}

bool LogFilter::covers(const LogFilter &narrower) const
{
    const bool hasLevels = m_levels.empty()
        || (!narrower.m_levels.empty() && std::includes(m_levels.begin(), m_levels.end(), narrower.m_levels.begin(), narrower.m_levels.end()));
    const bool hasText = m_text.isEmpty() || narrower.m_text.contains(m_text, Qt::CaseInsensitive);
    const bool hasService = m_service.isEmpty() || m_service == narrower.m_service;
    return hasLevels && hasText && hasService && m_fields == narrower.m_fields;
}

Labels LogFilter::implied() const
{
    Labels known;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (it->size() == 1) {
            known.insert(it.key(), it->first());
        }
    }
    if (!m_service.isEmpty()) {
        known.insert(ServiceField, m_service);
    }
    return known;
}

QByteArray LogFilter::packed() const
{
    BlobWriter out;
    out.text(m_service).text(m_text).number(qint64(m_levels.size()));
    for (const LogLevel level : m_levels) {
        out.number(qint64(level));
    }
    out.number(m_fields.size());
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        out.text(it.key()).texts(it.value());
    }
    return out.take();
}

LogFilter LogFilter::unpacked(QByteArrayView bytes)
{
    BlobReader in(bytes);
    LogFilter filter;
    filter.m_service = in.text();
    filter.m_text = in.text();
    for (qint64 left = in.number(); left > 0 && in.isOk(); --left) {
        filter.m_levels.push_back(bounded(in.number(), LogLevel::Unknown));
    }
    for (qint64 left = in.number(); left > 0 && in.isOk(); --left) {
        const QString name = in.text();
        filter.m_fields.insert(name, in.texts());
    }
    return filter;
}

QString LogFilter::expression() const
{
    QStringList parts;
    for (qsizetype i = 0; i + 3 <= m_text.size() && parts.size() < 64; ++i) {
        const QString part = m_text.mid(i, 3);
        if (std::all_of(part.cbegin(), part.cend(), isIndexed)) {
            parts += u'"' + QString(part).replace(u'"', QStringLiteral("\"\"")) + u'"';
        }
    }
    parts.removeDuplicates();
    return parts.join(QStringLiteral(" AND "));
}

} // namespace quarterdeck
