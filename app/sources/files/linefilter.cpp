#include "app/sources/files/linefilter.h"

#include <algorithm>
#include <cstring>

namespace quarterdeck::files {

namespace {

constexpr char lowerOf(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

constexpr char upperOf(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

const char *find(const char *from, const char *end, char c)
{
    return from >= end ? nullptr : static_cast<const char *>(std::memchr(from, c, std::size_t(end - from)));
}

/// Whether `lower` stands in the bytes from `at` on, in any case.
bool standsAt(const char *at, QByteArrayView lower)
{
    return std::equal(lower.begin(), lower.end(), at, [](char wanted, char c) { return lowerOf(c) == wanted; });
}

/// Looks for the letter at `rare` of the text in both cases, and there at the rest.
bool containsAnyCase(QByteArrayView bytes, QByteArrayView lower, qsizetype rare)
{
    if (lower.size() > bytes.size()) {
        return false;
    }
    const char first = lower[rare];
    const char other = upperOf(first);
    const char *at = bytes.data() + rare;
    const char *const end = at + (bytes.size() - lower.size() + 1);
    const char *small = find(at, end, first);
    const char *large = first == other ? nullptr : find(at, end, other);
    while (small != nullptr || large != nullptr) {
        const bool isSmall = large == nullptr || (small != nullptr && small < large);
        at = isSmall ? small : large;
        if (standsAt(at - rare, lower)) {
            return true;
        }
        (isSmall ? small : large) = find(at + 1, end, isSmall ? first : other);
    }
    return false;
}

/// The place of the letter that is rarest in logs, by a list of the common ones.
qsizetype rarestIn(QByteArrayView lower)
{
    constexpr QByteArrayView Common(" 0e1t2a:o.i/n-s\"r3=4567,8d9lc_u[]mpgfh()bw{}y");
    qsizetype rarest = 0;
    qsizetype rank = -1;
    for (qsizetype i = 0; i < lower.size(); ++i) {
        const qsizetype found = Common.indexOf(lower[i]);
        const qsizetype own = found < 0 ? Common.size() : found;
        if (own > rank) {
            rank = own;
            rarest = i;
        }
    }
    return rarest;
}

} // namespace

LineFilter::LineFilter(const LogQuery &query)
    : m_text(query.text)
    , m_levels(query.levels)
    , m_fields(query.fields)
    , m_service(query.service)
{
    const QByteArray bytes = query.text.toUtf8();
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0; })) {
        m_lower = bytes.toLower();
        m_rare = m_lower.isEmpty() ? 0 : rarestIn(m_lower);
    }
}

bool LineFilter::holdsText(QByteArrayView bytes) const
{
    if (m_text.isEmpty()) {
        return true;
    }
    return m_lower.isEmpty() ? QString::fromUtf8(bytes).contains(m_text, Qt::CaseInsensitive) : containsAnyCase(bytes, m_lower, m_rare);
}

bool LineFilter::mayMatch(const logformat::Record &record) const
{
    // A line of a container may be put together of several records, and its level is in its text.
    if (record.form == logformat::Form::Container || record.form == logformat::Form::Json) {
        return true;
    }
    const bool hasLevel = m_levels.empty() || std::find(m_levels.begin(), m_levels.end(), logformat::levelOf(record)) != m_levels.end();
    return hasLevel && holdsText(record.bytes);
}

bool LineFilter::matches(const LogLine &line) const
{
    if (!m_levels.empty() && std::find(m_levels.begin(), m_levels.end(), line.level) == m_levels.end()) {
        return false;
    }
    if (!m_service.isEmpty() && line.service.compare(m_service, Qt::CaseInsensitive) != 0) {
        return false;
    }
    // Several values of one field are alternatives.
    const bool hasFields = std::all_of(m_fields.begin(), m_fields.end(), [&](const Label &wanted) {
        return std::any_of(m_fields.begin(), m_fields.end(), [&](const Label &other) {
            return other.name == wanted.name && line.fields.value(other.name) == other.value && line.fields.contains(other.name);
        });
    });
    return hasFields && holdsText(line.text);
}

} // namespace quarterdeck::files
