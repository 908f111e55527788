#pragma once

#include <QByteArrayView>
#include <QString>

#include <string>
#include <string_view>

namespace quarterdeck::prometheus {

/// A pull reader over JSON bytes for the one large shape there is: it turns numbers in place into doubles and copies nothing else.
/// After the first thing that is not as asked, isOk() is false and every read yields nothing.
class Scanner {
public:
    explicit Scanner(QByteArrayView bytes);

    bool isOk() const { return m_isOk; }
    /// Byte position, for messages.
    qsizetype position() const { return m_at - m_start; }
    bool isAtEnd();
    /// Takes the character if it comes next, after white space.
    bool eat(char c);
    /// Takes the character, or fails.
    void need(char c);
    /// A string; the view holds until the next call.
    std::string_view string();
    /// Seconds with a fraction, as whole milliseconds, without rounding errors.
    qint64 millis();
    /// Goes over any value, however it is nested, up to 64 levels.
    void skip();
    void fail();

private:
    void space();
    std::string_view unescaped(const char *begin, const char *backslash);
    bool escape();
    bool unicodeEscape();
    bool hex4(const char *at, uint &out) const;

    const char *m_start;
    const char *m_at;
    const char *m_end;
    std::string m_text;
    bool m_isOk = true;
};

/// A sample value as the API writes it: "NaN", "+Inf", "-Inf" or a number. False for anything else.
bool sampleValue(std::string_view text, double &value);

} // namespace quarterdeck::prometheus
