#include "app/net/escapes.h"

#include <QString>

#include <algorithm>
#include <array>
#include <string_view>

namespace quarterdeck {

namespace {

/// One escape that was read: what it stands for, and how many bytes it takes; 0 bytes where there is none.
struct Read {
    QByteArray text;
    qsizetype size = 0;
};

struct Entity {
    std::string_view name;
    char character;
};

// Those of the characters that somebody might escape; names of HTML 5, of which a few are older than it.
constexpr std::array Entities {Entity {"amp", '&'}, Entity {"lt", '<'}, Entity {"gt", '>'}, Entity {"quot", '"'}, Entity {"apos", '\''},
    Entity {"num", '#'}, Entity {"percnt", '%'}, Entity {"lpar", '('}, Entity {"rpar", ')'}, Entity {"ast", '*'}, Entity {"plus", '+'},
    Entity {"comma", ','}, Entity {"period", '.'}, Entity {"sol", '/'}, Entity {"colon", ':'}, Entity {"semi", ';'}, Entity {"equals", '='},
    Entity {"quest", '?'}, Entity {"commat", '@'}, Entity {"lsqb", '['}, Entity {"lbrack", '['}, Entity {"bsol", '\\'}, Entity {"rsqb", ']'},
    Entity {"rbrack", ']'}, Entity {"hat", '^'}, Entity {"lowbar", '_'}, Entity {"grave", '`'}, Entity {"lcub", '{'}, Entity {"lbrace", '{'},
    Entity {"verbar", '|'}, Entity {"vert", '|'}, Entity {"rcub", '}'}, Entity {"rbrace", '}'}, Entity {"dollar", '$'}, Entity {"excl", '!'},
    Entity {"hyphen", '-'}, Entity {"tab", '\t'}, Entity {"newline", '\n'}};
constexpr std::size_t WithoutSemicolon = 4;

int hexDigit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The number of `count` hexadecimal digits at a place; -1 where one is none.
int hexNumber(QByteArrayView text, qsizetype at, qsizetype count)
{
    int number = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const int digit = i < text.size() ? hexDigit(text[i]) : -1;
        if (digit < 0) {
            return -1;
        }
        number = number * 16 + digit;
    }
    return number;
}

QByteArray utf8Of(uint code)
{
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1).toUtf8();
}

Read unicodeEscape(QByteArrayView text, qsizetype at)
{
    const int first = hexNumber(text, at + 2, 4);
    if (first < 0) {
        return {};
    }
    const bool isPair = QChar::isHighSurrogate(uint(first)) && at + 7 < text.size() && text[at + 6] == '\\' && text[at + 7] == 'u';
    const int second = isPair ? hexNumber(text, at + 8, 4) : -1;
    if (second >= 0 && QChar::isLowSurrogate(uint(second))) {
        return {utf8Of(QChar::surrogateToUcs4(char16_t(first), char16_t(second))), 12};
    }
    return {utf8Of(uint(first)), 6};
}

Read jsonEscape(QByteArrayView text, qsizetype at)
{
    if (text[at] != '\\' || at + 1 >= text.size()) {
        return {};
    }
    static constexpr std::string_view Letters = "ntrbfav";
    static constexpr std::string_view Meanings = "\n\t\r\b\f\a\v";
    const char c = text[at + 1];
    if (c == 'u') {
        return unicodeEscape(text, at);
    }
    if (c == 'x') {
        const int byte = hexNumber(text, at + 2, 2);
        return byte < 0 ? Read {} : Read {QByteArray(1, char(byte)), 4};
    }
    const std::size_t letter = Letters.find(c);
    return {QByteArray(1, letter == std::string_view::npos ? c : Meanings[letter]), 2};
}

Read percentEscape(QByteArrayView text, qsizetype at)
{
    const int byte = text[at] == '%' ? hexNumber(text, at + 1, 2) : -1;
    return byte < 0 ? Read {} : Read {QByteArray(1, char(byte)), 3};
}

Read numberedEntity(QByteArrayView text, qsizetype at)
{
    const bool isHex = at + 2 < text.size() && (text[at + 2] == 'x' || text[at + 2] == 'X');
    const int base = isHex ? 16 : 10;
    qsizetype end = at + (isHex ? 3 : 2);
    const qsizetype start = end;
    uint code = 0;
    for (; end < text.size(); ++end) {
        const int digit = hexDigit(text[end]);
        if (digit < 0 || digit >= base || code > 0x10FFFF) {
            break;
        }
        code = code * uint(base) + uint(digit);
    }
    if (end == start || code > 0x10FFFF) {
        return {};
    }
    end += end < text.size() && text[end] == ';' ? 1 : 0;
    return {utf8Of(code), end - at};
}

Read htmlEscape(QByteArrayView text, qsizetype at)
{
    if (text[at] != '&') {
        return {};
    }
    if (at + 1 < text.size() && text[at + 1] == '#') {
        return numberedEntity(text, at);
    }
    for (std::size_t i = 0; i < Entities.size(); ++i) {
        const Entity &entity = Entities[i];
        const auto length = qsizetype(entity.name.size());
        const QByteArrayView name = text.sliced(at + 1).first(std::min(length, text.size() - at - 1));
        if (name.compare(QByteArrayView(entity.name.data(), length), Qt::CaseInsensitive) != 0) {
            continue;
        }
        const qsizetype end = at + 1 + length;
        if (end < text.size() && text[end] == ';') {
            return {QByteArray(1, entity.character), end + 1 - at};
        }
        if (i < WithoutSemicolon) {
            return {QByteArray(1, entity.character), end - at};
        }
    }
    return {};
}

Read readAt(QByteArrayView text, qsizetype at, Escapes escapes)
{
    switch (escapes) {
    case Escapes::Json:
        return jsonEscape(text, at);
    case Escapes::Url:
        return percentEscape(text, at);
    case Escapes::Form:
        return text[at] == '+' ? Read {" ", 1} : percentEscape(text, at);
    case Escapes::Html:
        return htmlEscape(text, at);
    }
    return {};
}

} // namespace

std::optional<MappedText> unescaped(const MappedText &text, Escapes escapes)
{
    // The form differs from the URL only by its plus.
    const char mark = escapes == Escapes::Json ? '\\' : escapes == Escapes::Html ? '&' : escapes == Escapes::Form ? '+' : '%';
    if (!text.bytes.contains(mark)) {
        return std::nullopt;
    }
    MappedText plain;
    plain.bytes.reserve(text.bytes.size());
    plain.from.reserve(text.from.size());
    bool isChanged = false;
    for (qsizetype at = 0; at < text.bytes.size();) {
        const Read read = readAt(text.bytes, at, escapes);
        const qsizetype size = std::max<qsizetype>(read.size, 1);
        isChanged = isChanged || read.size > 0;
        if (read.size > 0) {
            plain.bytes += read.text;
        } else {
            plain.bytes += text.bytes[at];
        }
        plain.from.resize(std::size_t(plain.bytes.size()), text.from[std::size_t(at)]);
        at += size;
    }
    plain.from.push_back(text.from.back());
    return isChanged ? std::optional(std::move(plain)) : std::nullopt;
}

} // namespace quarterdeck
