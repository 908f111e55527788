#include "app/json/jsonscanner.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace quarterdeck {

namespace {

constexpr int DeepestScan = 64;

bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isJsonDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

JsonScanner::JsonScanner(QByteArrayView bytes)
    : m_start(bytes.data())
    , m_at(bytes.data())
    , m_end(bytes.data() + bytes.size())
{
}

void JsonScanner::fail()
{
    m_isOk = false;
    m_end = m_at;
}

void JsonScanner::space()
{
    while (m_at < m_end && isJsonSpace(*m_at)) {
        ++m_at;
    }
}

bool JsonScanner::isAtEnd()
{
    space();
    return m_at == m_end;
}

bool JsonScanner::eat(char c)
{
    if (m_at < m_end && *m_at == c) {
        ++m_at;
        return true;
    }
    space();
    if (m_at < m_end && *m_at == c) {
        ++m_at;
        return true;
    }
    return false;
}

void JsonScanner::need(char c)
{
    if (!eat(c)) {
        fail();
    }
}

std::string_view JsonScanner::string()
{
    need('"');
    if (!m_isOk) {
        return {};
    }
    const char *begin = m_at;
    const auto *quote = static_cast<const char *>(std::memchr(m_at, '"', std::size_t(m_end - m_at)));
    if (quote == nullptr) {
        fail();
        return {};
    }
    if (const auto *backslash = static_cast<const char *>(std::memchr(begin, '\\', std::size_t(quote - begin)))) {
        return unescaped(begin, backslash);
    }
    m_at = quote + 1;
    return {begin, std::size_t(quote - begin)};
}

std::string_view JsonScanner::unescaped(const char *begin, const char *backslash)
{
    m_text.assign(begin, backslash);
    m_at = backslash;
    while (m_at < m_end && *m_at != '"') {
        if (*m_at == '\\') {
            ++m_at;
            if (!escape()) {
                fail();
                return {};
            }
        } else {
            m_text += *m_at++;
        }
    }
    if (m_at == m_end) {
        fail();
        return {};
    }
    ++m_at;
    return m_text;
}

bool JsonScanner::escape()
{
    if (m_at == m_end) {
        return false;
    }
    const char c = *m_at++;
    switch (c) {
    case 'n':
        m_text += '\n';
        return true;
    case 't':
        m_text += '\t';
        return true;
    case 'r':
        m_text += '\r';
        return true;
    case 'b':
        m_text += '\b';
        return true;
    case 'f':
        m_text += '\f';
        return true;
    case '"':
    case '\\':
    case '/':
        m_text += c;
        return true;
    case 'u':
        return unicodeEscape();
    default:
        return false;
    }
}

bool JsonScanner::hex4(const char *at, uint &out) const
{
    if (m_end - at < 4) {
        return false;
    }
    const auto read = std::from_chars(at, at + 4, out, 16);
    return read.ec == std::errc() && read.ptr == at + 4;
}

bool JsonScanner::unicodeEscape()
{
    uint code = 0;
    if (!hex4(m_at, code)) {
        return false;
    }
    m_at += 4;
    if (code >= 0xD800 && code < 0xE000) {
        uint low = 0;
        const bool isPair = code < 0xDC00 && m_end - m_at >= 6 && m_at[0] == '\\' && m_at[1] == 'u' && hex4(m_at + 2, low) && low >= 0xDC00
            && low < 0xE000;
        if (isPair) {
            m_at += 6;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        } else {
            code = 0xFFFD;
        }
    }
    if (code < 0x80) {
        m_text += char(code);
    } else if (code < 0x800) {
        m_text += {char(0xC0 | (code >> 6)), char(0x80 | (code & 63))};
    } else if (code < 0x10000) {
        m_text += {char(0xE0 | (code >> 12)), char(0x80 | ((code >> 6) & 63)), char(0x80 | (code & 63))};
    } else {
        m_text += {char(0xF0 | (code >> 18)), char(0x80 | ((code >> 12) & 63)), char(0x80 | ((code >> 6) & 63)), char(0x80 | (code & 63))};
    }
    return true;
}

qint64 JsonScanner::millis()
{
    space();
    const char *begin = m_at;
    const bool isNegative = m_at < m_end && *m_at == '-';
    m_at += isNegative ? 1 : 0;
    qint64 value = 0;
    int digits = 0;
    while (m_at < m_end && isJsonDigit(*m_at) && digits < 14) {
        value = value * 10 + (*m_at++ - '0');
        ++digits;
    }
    qint64 fraction = 0;
    int decimals = 0;
    if (m_at < m_end && *m_at == '.') {
        ++m_at;
        while (m_at < m_end && isJsonDigit(*m_at)) {
            // The fourth decimal rounds, the rest is noise.
            if (decimals < 4) {
                fraction = fraction * 10 + (*m_at - '0');
            }
            ++decimals;
            ++m_at;
        }
    }
    if (digits == 0) {
        fail();
        return 0;
    }
    if (m_at < m_end && (*m_at == 'e' || *m_at == 'E' || isJsonDigit(*m_at))) {
        double number = 0;
        const auto read = std::from_chars(begin, m_end, number);
        if (read.ec != std::errc() || !(std::abs(number) < 1e14)) {
            fail();
            return 0;
        }
        m_at = read.ptr;
        return std::llround(number * 1000);
    }
    for (int i = decimals; i < 4; ++i) {
        fraction *= 10;
    }
    const qint64 ms = value * 1000 + (fraction + 5) / 10;
    return isNegative ? -ms : ms;
}

void JsonScanner::skip()
{
    int depth = 0;
    do {
        space();
        if (m_at == m_end) {
            fail();
            return;
        }
        const char c = *m_at;
        if (c == '"') {
            string();
        } else if (c == '{' || c == '[') {
            ++m_at;
            if (++depth > DeepestScan) {
                fail();
                return;
            }
        } else if (c == '}' || c == ']') {
            ++m_at;
            --depth;
        } else if (c == ',' || c == ':') {
            if (depth == 0) {
                fail();
                return;
            }
            ++m_at;
        } else {
            const char *begin = m_at;
            while (m_at < m_end && *m_at != ',' && *m_at != '}' && *m_at != ']' && *m_at != '"' && !isJsonSpace(*m_at)) {
                ++m_at;
            }
            if (m_at == begin) {
                fail();
                return;
            }
        }
    } while (m_isOk && depth > 0);
}

bool JsonScanner::word(std::string_view word)
{
    space();
    const bool isNext = std::size_t(m_end - m_at) >= word.size() && std::string_view(m_at, word.size()) == word;
    m_at += isNext ? qsizetype(word.size()) : 0;
    return isNext;
}

std::optional<double> JsonScanner::number()
{
    if (word("null")) {
        return std::nullopt;
    }
    double value = 0;
    const auto read = std::from_chars(m_at, m_end, value);
    if (read.ec == std::errc::result_out_of_range) {
        const std::string_view text(m_at, std::size_t(read.ptr - m_at));
        const bool isTiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
        value = isTiny ? 0 : std::numeric_limits<double>::infinity();
        value = text.front() == '-' ? -value : value;
    } else if (read.ec != std::errc() || !std::isfinite(value)) {
        fail();
        return std::nullopt;
    }
    m_at = read.ptr;
    return value;
}

bool JsonScanner::isString()
{
    space();
    return m_at < m_end && *m_at == '"';
}

std::optional<bool> JsonScanner::truth()
{
    const bool isTrue = word("true");
    return isTrue || word("false") ? std::optional(isTrue) : std::nullopt;
}

} // namespace quarterdeck
