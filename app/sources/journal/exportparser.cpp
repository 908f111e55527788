#include "app/sources/journal/exportparser.h"

#include <QtEndian>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace quarterdeck::journal {

namespace {

constexpr qsizetype LongestValue = 64LL * 1024 * 1024;
constexpr qsizetype LongestName = 256;
constexpr std::size_t MostFields = 4096;

bool isName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > LongestName || (name.front() >= '0' && name.front() <= '9')) {
        return false;
    }
    return std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; });
}

} // namespace

QByteArrayView Entry::value(QByteArrayView name) const
{
    const auto at = std::ranges::find_if(fields, [name](const EntryField &field) { return field.name == name; });
    return at == fields.end() ? QByteArrayView() : at->value;
}

qint64 Entry::realtime() const
{
    const QByteArrayView text = value("__REALTIME_TIMESTAMP");
    qint64 usec = 0;
    const auto end = std::from_chars(text.begin(), text.end(), usec);
    // Beyond the year 2200 nanoseconds no longer fit.
    constexpr qint64 Latest = 7'258'118'400'000'000;
    return end.ec == std::errc() && end.ptr == text.end() && usec > 0 && usec < Latest ? usec : 0;
}

ExportParser::Step ExportParser::next()
{
    const qsizetype left = m_buffer.size() - m_at;
    const char *start = m_buffer.constData() + m_at;
    const auto *end = left > m_searched ? static_cast<const char *>(std::memchr(start + m_searched, '\n', std::size_t(left - m_searched))) : nullptr;
    if (end == nullptr) {
        m_searched = left;
        const bool isHopeless = left > LongestValue || (left > LongestName && std::memchr(start, '=', std::size_t(LongestName + 1)) == nullptr);
        m_problem = isHopeless ? "a field is longer than can be" : m_problem;
        return isHopeless ? Step::Bad : Step::More;
    }
    const qsizetype length = end - start;
    if (length == 0) {
        ++m_at;
        m_searched = 0;
        return Step::EndOfEntry;
    }
    const auto *equals = static_cast<const char *>(std::memchr(start, '=', std::size_t(length)));
    const qsizetype nameLength = equals != nullptr ? equals - start : length;
    if (!isName(QByteArrayView(start, nameLength)) || m_fields.size() >= MostFields) {
        m_problem = "this is not the journal export format";
        return Step::Bad;
    }
    if (equals != nullptr) {
        m_fields.push_back({m_at, nameLength, m_at + nameLength + 1, length - nameLength - 1});
        m_at += length + 1;
        m_searched = 0;
        return Step::Field;
    }
    // A name alone: 8 bytes of length, the value, a line end.
    constexpr qsizetype Header = 8;
    const qsizetype afterName = length + 1;
    if (left < afterName + Header) {
        m_searched = length;
        return Step::More;
    }
    const quint64 valueLength = qFromLittleEndian<quint64>(start + afterName);
    if (valueLength > quint64(LongestValue)) {
        m_problem = "a field is longer than can be";
        return Step::Bad;
    }
    const qsizetype total = afterName + Header + qsizetype(valueLength) + 1;
    if (left < total) {
        m_searched = length;
        return Step::More;
    }
    if (start[total - 1] != '\n') {
        m_problem = "a field does not end where its length says";
        return Step::Bad;
    }
    m_fields.push_back({m_at, nameLength, m_at + afterName + Header, qsizetype(valueLength)});
    m_at += total;
    m_searched = 0;
    return Step::Field;
}

void ExportParser::emitEntry(const EntryFn &fn)
{
    Entry entry;
    entry.fields.reserve(m_fields.size());
    const QByteArrayView all(m_buffer);
    for (const Place &place : m_fields) {
        entry.fields.push_back({all.sliced(place.name, place.nameLength), all.sliced(place.value, place.valueLength)});
    }
    m_fields.clear();
    fn(entry);
}

void ExportParser::dropRead()
{
    const qsizetype read = m_fields.empty() ? m_at : m_fields.front().name;
    constexpr qsizetype WorthIt = 1024 * 1024;
    if (read < m_buffer.size() && read < WorthIt) {
        return;
    }
    m_buffer.remove(0, read);
    for (Place &place : m_fields) {
        place.name -= read;
        place.value -= read;
    }
    m_at -= read;
    m_dropped += read;
}

Result<Done> ExportParser::refuse(const char *why)
{
    return fail(ErrorKind::BadPayload, QStringLiteral("The journal cannot be read: ") + QLatin1StringView(why),
        QStringLiteral("byte %1").arg(m_dropped + m_at));
}

Result<Done> ExportParser::feed(QByteArrayView bytes, const EntryFn &fn)
{
    if (m_problem != nullptr) {
        return refuse(m_problem);
    }
    m_buffer.append(bytes);
    for (;;) {
        switch (next()) {
        case Step::Field:
            continue;
        case Step::EndOfEntry:
            if (!m_fields.empty()) {
                emitEntry(fn);
            }
            continue;
        case Step::More:
            dropRead();
            return Done {};
        case Step::Bad:
            return refuse(m_problem);
        }
    }
}

} // namespace quarterdeck::journal
