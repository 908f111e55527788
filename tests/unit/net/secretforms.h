#pragma once

#include "app/json/jsonreader.h"

#include <QUrl>

#include <functional>
#include <vector>

namespace quarterdeck {

/// Passwords with every character that JSON, a URL, HTML or a string of Go escapes.
inline const std::vector<QByteArray> Passwords {"canary-plain-1", "can&ary&2", "can\"ary\"3", "can<ary>4", "can\\ary\\5", "can/ary/6", "can+ary 7",
    "can%41ary8", "can'ary'9", "can#ary?10", "can=ary;11", "can@ary:12", "can\tary13", "can\xC3\xA4ry14", "can\xF0\x9F\x98\x80ry15", "can{ary}16",
    "can`ary|17", "can^ary~18", "&\"<>\\'19+%/", "\\u0026can20\\n"};

/// With all that looks like an escape, and no password in it.
inline const QByteArray OtherText = R"({"error":"a&amp;b \u0026 100% of c+d \\ <p>","x":"Y2Fu"})";

/// A refusal as Prometheus words it.
inline QByteArray answerThatSays(const QByteArray &said)
{
    return R"({"status":"error","error":"you sent )" + said + R"("})";
}

using Encoder = std::function<QByteArray(const QByteArray &)>;

inline QByteArray json(const QByteArray &text)
{
    return JsonWriter().value(QString::fromUtf8(text)).take().chopped(1).mid(1);
}

inline QByteArray unicodeEscaped(const QByteArray &text, bool isUpper)
{
    QByteArray out;
    for (const QChar c : QString::fromUtf8(text)) {
        const QByteArray digits = QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        out += c.isLetterOrNumber() && c.unicode() < 0x80 ? QByteArray(1, c.toLatin1()) : "\\u" + (isUpper ? digits.toUpper() : digits);
    }
    return out;
}

inline QByteArray percents(const QByteArray &text, bool isUpper)
{
    const QByteArray upper = text.toPercentEncoding();
    QByteArray out;
    for (qsizetype i = 0; i < upper.size(); ++i) {
        out += upper[i] == '%' && !isUpper ? upper.mid(i, 3).toLower() : upper.mid(i, upper[i] == '%' ? 3 : 1);
        i += upper[i] == '%' ? 2 : 0;
    }
    return out;
}

inline QByteArray entities(const QByteArray &text, const char *how)
{
    QByteArray out;
    for (const char32_t c : QString::fromUtf8(text).toUcs4()) {
        const char ascii = c < 0x80 ? char(c) : '\0';
        const bool isPlain = ascii != '\0' && QChar::fromLatin1(ascii).isLetterOrNumber();
        const bool isNamed = qstrcmp(how, "named") == 0;
        const QByteArray name = ascii == '&' ? "&amp;"
            : ascii == '<'                   ? "&lt;"
            : ascii == '>'                   ? "&gt;"
            : ascii == '\x22'                ? "&quot;"
            : ascii == '\x27'                ? "&apos;"
                                             : "";
        if (isPlain || (isNamed && name.isEmpty())) {
            out += QString::fromUcs4(&c, 1).toUtf8();
        } else if (isNamed) {
            out += name;
        } else {
            out += qstrcmp(how, "hex") == 0 ? "&#x" + QByteArray::number(uint(c), 16) + ';' : "&#" + QByteArray::number(uint(c)) + ';';
        }
    }
    return out;
}

/// Every byte or character escaped, whether it has to be or not.
inline QByteArray whollyEscaped(const QByteArray &text, const char *how)
{
    QByteArray out;
    if (qstrcmp(how, "percents") == 0) {
        for (const char c : text) {
            out += '%' + QByteArray(1, c).toHex();
        }
        return out;
    }
    if (qstrcmp(how, "unicode") == 0) {
        for (const QChar c : QString::fromUtf8(text)) {
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        }
        return out;
    }
    for (const char32_t c : QString::fromUtf8(text).toUcs4()) {
        out += qstrcmp(how, "hex") == 0 ? "&#x" + QByteArray::number(uint(c), 16) + ';' : "&#" + QByteArray::number(uint(c)) + ';';
    }
    return out;
}

inline std::vector<std::pair<const char *, Encoder>> encoders()
{
    const auto wholly = [](const char *how) { return [how](const QByteArray &text) { return whollyEscaped(text, how); }; };
    const auto packedObject = [](const QByteArray &text) { return ("{\"auth\": \"" + json(text) + "\"}").toBase64(); };
    const auto packed = [](QByteArray::Base64Options options, const QByteArray &before, const QByteArray &after) {
        return [=](const QByteArray &text) { return (before + text + after).toBase64(options); };
    };
    return {{"as it is", [](const QByteArray &t) { return t; }}, {"json", json},
        {"unicode", [](const QByteArray &t) { return unicodeEscaped(t, false); }},
        {"UNICODE", [](const QByteArray &t) { return unicodeEscaped(t, true); }}, {"percents", [](const QByteArray &t) { return percents(t, true); }},
        {"small percents", [](const QByteArray &t) { return percents(t, false); }},
        {"form", [](const QByteArray &t) { return percents(t, true).replace("%20", "+"); }},
        {"named entities", [](const QByteArray &t) { return entities(t, "named"); }},
        {"decimal entities", [](const QByteArray &t) { return entities(t, "decimal"); }},
        {"hex entities", [](const QByteArray &t) { return entities(t, "hex"); }}, {"base64", packed(QByteArray::Base64Encoding, {}, {})},
        {"base64 without padding", packed(QByteArray::OmitTrailingEquals, {}, {})},
        {"base64 of the pair", packed(QByteArray::Base64Encoding, "ana:", {})},
        {"url-safe base64", packed(QByteArray::Base64UrlEncoding, "ana:", {})}, {"base64 of a line", packed(QByteArray::Base64Encoding, {}, "\n")},
        {"base64 of another pair", packed(QByteArray::Base64Encoding, "somebody:", {})}, {"base64 of an object", packedObject},
        {"digits", [](const QByteArray &t) { return t.toHex(); }}, {"all percents", wholly("percents")}, {"all unicode", wholly("unicode")},
        {"all decimal entities", wholly("decimal")}, {"all hex entities", wholly("hex")}};
}

/// What of the text, unescaped in any way, still holds the password or its base64.
inline bool holds(const QByteArray &text, const QByteArray &password)
{
    QByteArray all = text + '\n' + QByteArray::fromPercentEncoding(text) + '\n' + QByteArray::fromPercentEncoding(QByteArray(text).replace('+', ' '));
    if (const auto document = JsonDocument::parse("\"" + text + "\"")) {
        all += '\n' + document->root().string().toUtf8();
    }
    return all.contains(password) || all.contains(password.toBase64(QByteArray::OmitTrailingEquals))
        || all.contains(("ana:" + password).toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace quarterdeck
