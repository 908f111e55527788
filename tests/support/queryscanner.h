#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace quarterdeck {

/// Why a query cannot be read, in the words of a server.
struct Refused {
    QString why;
};

/// The tokens of the query languages that are written in Go: names, strings as strconv.Unquote reads them, spans and signs.
class QueryScanner {
public:
    QueryScanner(QString text, QStringList pairs)
        : m_text(std::move(text))
        , m_pairs(std::move(pairs))
    {
        next();
    }

    QString kind; ///< "name", "string", "span", a sign, or empty at the end.
    QString value;

    void next()
    {
        skipBlanks();
        kind.clear();
        value.clear();
        if (m_at >= m_text.size()) {
            return;
        }
        const QChar c = m_text.at(m_at);
        if (c == u'"' || c == u'`') {
            kind = QStringLiteral("string");
            value = c == u'"' ? goString() : rawString();
        } else if (c.isDigit()) {
            kind = QStringLiteral("span");
            value = run([](QChar d) { return d.isLetterOrNumber(); });
        } else if (c.isLetter() || c == u'_') {
            kind = QStringLiteral("name");
            value = run([](QChar d) { return d.isLetterOrNumber() || d == u'_'; });
        } else {
            const QString two = m_text.mid(m_at, 2);
            kind = m_pairs.contains(two) ? two : QString(c);
            m_at += kind.size();
        }
    }
    QString take(const QString &wanted)
    {
        if (kind != wanted) {
            throw Refused {QStringLiteral("parse error at line 1, col %1: syntax error: unexpected %2, expecting %3")
                               .arg(QString::number(m_at), kind.isEmpty() ? QStringLiteral("$end") : kind, wanted)};
        }
        const QString taken = value;
        next();
        return taken;
    }
    bool isWord(const QString &word) const { return kind == u"name" && value == word; }

private:
    template <class F> QString run(F isPart)
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isPart(m_text.at(m_at))) {
            ++m_at;
        }
        return m_text.mid(from, m_at - from);
    }
    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text.at(m_at).isSpace() || m_text.at(m_at) == u'#')) {
            if (m_text.at(m_at) == u'#') {
                const qsizetype end = m_text.indexOf(u'\n', m_at);
                m_at = end < 0 ? m_text.size() : end;
            } else {
                ++m_at;
            }
        }
    }
    QString rawString()
    {
        const qsizetype end = m_text.indexOf(u'`', m_at + 1);
        if (end < 0) {
            throw Refused {QStringLiteral("parse error: literal not terminated")};
        }
        const QString raw = m_text.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return raw;
    }
    /// As strconv.Unquote of Go.
    QString goString()
    {
        QString out;
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != u'"'; ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'\n') {
                break;
            }
            out += c == u'\\' ? escape() : QString(c);
        }
        if (m_at >= m_text.size() || m_text.at(m_at) != u'"') {
            throw Refused {QStringLiteral("parse error at line 1, col %1: literal not terminated").arg(m_at)};
        }
        ++m_at;
        return out;
    }
    QString escape()
    {
        static const QMap<QChar, QChar> Known {
            {u'n', u'\n'}, {u't', u'\t'}, {u'r', u'\r'}, {u'\\', u'\\'}, {u'"', u'"'}, {u'a', u'\a'}, {u'b', u'\b'}, {u'f', u'\f'}, {u'v', u'\v'}};
        const QChar c = m_text.at(++m_at);
        if (c == u'u' || c == u'x') {
            const int digits = c == u'u' ? 4 : 2;
            const QString hex = m_text.mid(m_at + 1, digits);
            m_at += digits;
            return QString(QChar(hex.toUShort(nullptr, 16)));
        }
        if (!Known.contains(c)) {
            throw Refused {QStringLiteral("parse error at line 1, col %1: invalid char escape").arg(m_at)};
        }
        return Known.value(c);
    }

    QString m_text;
    QStringList m_pairs; ///< Signs of two letters.
    qsizetype m_at = 0;
};

} // namespace quarterdeck
