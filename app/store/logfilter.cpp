#include "app/store/logfilter.h"

#include "app/store/tables/blob.h"

#include <QVarLengthArray>

#include <algorithm>

namespace quarterdeck {

namespace {

/// Where the service of the query is kept among the known fields; no source has a field of this name.
const QString ServiceField = QStringLiteral(" service");

bool isIndexed(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() < 0x7f;
}

/// Writes ASCII in lower case; false, and nothing of use, where there is anything else.
bool lowerPlain(QByteArrayView utf8, char *out)
{
    quint8 all = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto byte = quint8(utf8[i]);
        all |= byte;
        out[i] = char(byte | (quint8(byte - 'A') < 26 ? 0x20 : 0));
    }
    return all < 0x80;
}

} // namespace

LogFilter::LogFilter(const LogQuery &query)
    : m_service(query.service)
    , m_levels(query.levels)
{
    setText(query.text);
    for (const Label &field : query.fields) {
        m_fields[field.name] += field.value;
    }
    for (QStringList &values : m_fields) {
        values.removeDuplicates();
        values.sort();
    }
    std::sort(m_levels.begin(), m_levels.end());
}

void LogFilter::setText(const QString &text)
{
    m_text = text;
    const QByteArray utf8 = text.toUtf8();
    m_plainText.resize(utf8.size());
    if (!lowerPlain(utf8, m_plainText.data())) {
        m_plainText.clear();
    }
}

bool LogFilter::matches(const LogLine &line, const Labels &known) const
{
    if (!m_levels.empty() && std::find(m_levels.begin(), m_levels.end(), line.level) == m_levels.end()) {
        return false;
    }
    const auto isMine = [this](const QString &name) { return name.compare(m_service, Qt::CaseInsensitive) == 0; };
    if (!m_service.isEmpty() && !isMine(line.service) && !isMine(known.value(ServiceField))) {
        return false;
    }
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const QString value = line.fields.contains(it.key()) ? line.fields.value(it.key()) : known.value(it.key());
        if (!it->contains(value)) {
            return false;
        }
    }
    return matchesText(line.text);
}

bool LogFilter::matchesText(QByteArrayView utf8) const
{
    if (m_text.isEmpty()) {
        return true;
    }
    QVarLengthArray<char, 1024> lower(utf8.size());
    // Some letters beyond ASCII are capitals of ASCII ones: only where there are none on either side do the bytes tell.
    if (!m_plainText.isEmpty() && lowerPlain(utf8, lower.data())) {
        return QByteArrayView(lower.constData(), lower.size()).contains(m_plainText);
    }
    return QString::fromUtf8(utf8).contains(m_text, Qt::CaseInsensitive);
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
    filter.setText(in.text());
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
