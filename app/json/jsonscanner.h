#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace quarterdeck {

/// A pull reader over JSON bytes for the large shapes, lists of samples: it turns numbers in place into doubles and copies nothing else.
/// After the first thing that is not as asked, isOk() is false and every read yields nothing.
class JsonScanner {
public:
    explicit JsonScanner(QByteArrayView bytes);

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
    /// A number, or nothing for null. One beyond what a double holds is infinite.
    std::optional<double> number();
    /// Whether a string comes next.
    bool isString();
    /// True, false, or nothing, which is taken only if it is one of them.
    std::optional<bool> truth();
    /// Calls `fn(name)` at the value of each member of an object, and `fn()` at each element of an array: it takes the value.
    template <class F> void members(F fn)
    {
        need('{');
        if (eat('}')) {
            return;
        }
        do {
            const std::string name(string());
            need(':');
            if (isOk()) {
                fn(name);
            }
        } while (isOk() && eat(','));
        need('}');
    }
    template <class F> void elements(F fn)
    {
        need('[');
        if (eat(']')) {
            return;
        }
        do {
            fn();
        } while (isOk() && eat(','));
        need(']');
    }
    /// Goes over any value, however it is nested, up to 64 levels.
    void skip();
    void fail();

private:
    void space();
    bool word(std::string_view word);
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

} // namespace quarterdeck
