#include "app/yaml/yamlrepair.h"

#include <QChar>

#include <optional>

namespace quarterdeck {

namespace {

constexpr qsizetype EscapeLength = 6; // \uD83D

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}

bool isFlowMark(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

// Walks over a document as a YAML reader does, so that it knows what stands in a flow collection and what in quotes.
class Repairer {
public:
    explicit Repairer(const QByteArray &text)
        : m_text(text)
    {
        m_out.reserve(text.size() + 64);
    }

    QByteArray run()
    {
        while (m_at < m_text.size()) {
            line();
        }
        return m_out;
    }

private:
    char peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    void take() { m_out.append(m_text[m_at++]); }
    bool isEnd() const { return m_at >= m_text.size() || peek() == '\n'; }
    void takeLine()
    {
        while (!isEnd()) {
            take();
        }
    }
    qsizetype column() const { return m_at - m_lineStart; }

    // One line of block context, with all that its tokens reach over.
    void line()
    {
        m_lineStart = m_at;
        qsizetype keyColumn = -1;
        while (!isEnd()) {
            const char c = peek();
            const bool isLineHead = keyColumn < 0;
            if (c == ' ' || c == '\t' || c == '\r') {
                take();
            } else if (c == '#') {
                takeLine();
            } else if ((c == '-' || c == '?' || c == ':') && isBlank(peek(1))) {
                take();
            } else if (column() == 0 && m_text.mid(m_at, 3) == "---" && isBlank(peek(3))) {
                m_out.append(m_text.mid(m_at, 3));
                m_at += 3;
            } else if (c == '|' || c == '>') {
                takeLine();
                blockScalar(isLineHead ? 0 : keyColumn);
                return;
            } else {
                keyColumn = isLineHead ? column() : keyColumn;
                token();
            }
        }
        if (m_at < m_text.size()) {
            take();
        }
    }

    void token()
    {
        const char c = peek();
        if (c == '"' || c == '\'') {
            quoted();
        } else if (c == '{' || c == '[') {
            flow();
        } else if (c == '&' || c == '!' || c == '*') {
            while (!isBlank(peek())) {
                take();
            }
        } else {
            take();
            while (!isEnd() && !(peek() == ':' && isBlank(peek(1))) && !(isBlank(peek()) && peek(1) == '#')) {
                take();
            }
        }
    }

    void blockScalar(qsizetype parent)
    {
        while (m_at < m_text.size()) {
            const qsizetype next = m_at + 1;
            qsizetype text = next;
            while (text < m_text.size() && m_text[text] == ' ') {
                ++text;
            }
            const bool isEmpty = text >= m_text.size() || m_text[text] == '\n' || m_text[text] == '\r';
            if (!isEmpty && text - next <= parent) {
                break;
            }
            take();
            takeLine();
        }
        if (m_at < m_text.size()) {
            take();
        }
    }

    // A code point outside the basic plane where two escapes of surrogates stand.
    std::optional<char32_t> pair() const
    {
        const auto unit = [this](qsizetype ahead) -> std::optional<char16_t> {
            if (peek(ahead) != '\\' || peek(ahead + 1) != 'u') {
                return std::nullopt;
            }
            bool isHex = false;
            const uint value = m_text.mid(m_at + ahead + 2, EscapeLength - 2).toUInt(&isHex, 16);
            return isHex ? std::optional(char16_t(value)) : std::nullopt;
        };
        const auto high = unit(0);
        const auto low = unit(EscapeLength);
        if (!high || !low || !QChar::isHighSurrogate(*high) || !QChar::isLowSurrogate(*low)) {
            return std::nullopt;
        }
        return QChar::surrogateToUcs4(*high, *low);
    }

    void quoted()
    {
        const char mark = peek();
        take();
        while (m_at < m_text.size()) {
            if (mark == '"' && peek() == '\\') {
                if (const auto point = pair()) {
                    m_out.append("\\U" + QByteArray::number(uint(*point), 16).rightJustified(8, '0'));
                    m_at += 2 * EscapeLength;
                    continue;
                }
                take();
            } else if (peek() == mark) {
                take();
                return;
            }
            if (m_at < m_text.size()) {
                take();
            }
        }
    }

    void flow()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == '"' || c == '\'') {
                quoted();
            } else if (c == '#' && m_at > 0 && isBlank(m_text[m_at - 1])) {
                takeLine();
            } else if (isBlank(c) || isFlowMark(c) || ((c == '?' || c == ':') && isBlank(peek(1)))) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                take();
                if (depth == 0) {
                    return;
                }
            } else if (c == '&' || c == '!' || c == '*') {
                while (!isBlank(peek()) && !isFlowMark(peek())) {
                    take();
                }
            } else {
                plainInFlow();
            }
        }
    }

    void plainInFlow()
    {
        const qsizetype from = m_at;
        while (!isEnd() && !isFlowMark(peek()) && !(peek() == ':' && (isBlank(peek(1)) || isFlowMark(peek(1))))
            && !(isBlank(peek()) && peek(1) == '#')) {
            ++m_at;
        }
        QByteArray word = m_text.mid(from, m_at - from);
        if (word.isEmpty()) {
            take();
            return;
        }
        if (word.contains('?')) {
            const QByteArray kept = word.trimmed();
            const QByteArray rest = word.mid(kept.size());
            word = '\'' + QByteArray(kept).replace("'", "''") + '\'' + rest;
        }
        m_out.append(word);
    }

    const QByteArray &m_text;
    QByteArray m_out;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
};

} // namespace

QByteArray repairedYaml(const QByteArray &document)
{
    return Repairer(document).run();
}

} // namespace quarterdeck
