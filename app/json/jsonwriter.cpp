#include "app/json/jsonreader.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quarterdeck {

namespace {

void appendUtf8(QByteArray &out, char32_t c)
{
    if (c < 0x80) {
        out.append(char(c));
    } else if (c < 0x800) {
        out.append(char(0xC0 | (c >> 6))).append(char(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        out.append(char(0xE0 | (c >> 12))).append(char(0x80 | ((c >> 6) & 0x3F))).append(char(0x80 | (c & 0x3F)));
    } else {
        out.append(char(0xF0 | (c >> 18))).append(char(0x80 | ((c >> 12) & 0x3F)));
        out.append(char(0x80 | ((c >> 6) & 0x3F))).append(char(0x80 | (c & 0x3F)));
    }
}

/// Printable ASCII that JSON does not escape.
bool isAsItIs(char16_t c)
{
    return c >= 0x20 && c < 0x7F && c != u'"' && c != u'\\';
}

void appendEscaped(QByteArray &out, char16_t c)
{
    switch (c) {
    case u'"':
        out.append("\\\"");
        return;
    case u'\\':
        out.append("\\\\");
        return;
    case u'\n':
        out.append("\\n");
        return;
    case u'\r':
        out.append("\\r");
        return;
    case u'\t':
        out.append("\\t");
        return;
    default:
        out.append("\\u").append(QByteArray::number(c, 16).rightJustified(4, '0'));
    }
}

} // namespace

/// More room at the end.
char *JsonWriter::room(qsizetype size)
{
    const qsizetype at = m_out.size();
    m_out.resize(at + size);
    return m_out.data() + at;
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (!m_hasItems.empty()) {
        if (m_hasItems.back()) {
            m_out.append(',');
        }
        m_hasItems.back() = true;
        newLine();
    }
}

void JsonWriter::newLine()
{
    if (m_indent > 0) {
        const qsizetype spaces = qsizetype(m_hasItems.size()) * m_indent;
        char *line = room(1 + spaces);
        *line = '\n';
        std::fill_n(line + 1, spaces, ' ');
    }
}

void JsonWriter::open(char bracket)
{
    separate();
    m_out.append(bracket);
    m_hasItems.push_back(false);
}

void JsonWriter::close(char bracket)
{
    const bool hadItems = m_hasItems.back();
    m_hasItems.pop_back();
    if (hadItems) {
        newLine();
    }
    m_out.append(bracket);
}

void JsonWriter::append(QStringView text)
{
    // Most text is as it is: it is written at once, and again where that was wrong.
    const qsizetype begin = m_out.size();
    char *out = room(text.size() + 2);
    *out++ = '"';
    out = std::transform(text.begin(), text.end(), out, [](QChar c) { return char(c.unicode()); });
    *out = '"';
    // All of it: stopping at the first that is escaped takes longer.
    const auto escaped = std::accumulate(
        text.begin(), text.end(), quint16(0), [](quint16 any, QChar c) { return quint16(any | !isAsItIs(c.unicode())); });
    if (escaped != 0) {
        m_out.truncate(begin + 1);
        appendRuns(text);
        m_out.append('"');
    }
}

void JsonWriter::appendRuns(QStringView text)
{
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype run = std::find_if_not(text.begin() + i, text.end(), [](QChar c) { return isAsItIs(c.unicode()); }) - text.begin();
        if (run > i) {
            std::transform(text.begin() + i, text.begin() + run, room(run - i), [](QChar c) { return char(c.unicode()); });
            i = run;
            continue;
        }
        const QChar c = text.at(i++);
        if (c.unicode() < 0x20 || c == u'"' || c == u'\\' || c.unicode() == 0x7F) {
            appendEscaped(m_out, c.unicode());
        } else if (c.isHighSurrogate() && i < text.size() && text.at(i).isLowSurrogate()) {
            appendUtf8(m_out, QChar::surrogateToUcs4(c, text.at(i++)));
        } else {
            appendUtf8(m_out, c.isSurrogate() ? char32_t(QChar::ReplacementCharacter) : char32_t(c.unicode()));
        }
    }
}

JsonWriter &JsonWriter::beginObject()
{
    open('{');
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    close('}');
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    open('[');
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    close(']');
    return *this;
}

JsonWriter &JsonWriter::key(QStringView name)
{
    separate();
    append(name);
    m_out.append(m_indent > 0 ? ": " : ":");
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::value(QStringView text)
{
    separate();
    append(text);
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    if (!std::isfinite(number)) {
        return null();
    }
    separate();
    m_out.append(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    separate();
    m_out.append(QByteArray::number(number));
    return *this;
}

JsonWriter &JsonWriter::value(bool flag)
{
    separate();
    m_out.append(flag ? "true" : "false");
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    m_out.append("null");
    return *this;
}

QByteArray JsonWriter::take()
{
    if (m_indent > 0) {
        m_out.append('\n');
    }
    m_hasItems.clear();
    m_afterKey = false;
    return drain();
}

} // namespace quarterdeck
