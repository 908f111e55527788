#include "app/domain/promqlplace.h"

#include "app/domain/promql.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace quarterdeck::promql {

namespace {

// Dots and dashes are in the names of other languages; in PromQL they stand where no name is completed.
bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u':' || c == u'.';
}

bool takesLabels(const QString &word)
{
    static const QStringList Words {QStringLiteral("by"), QStringLiteral("without"), QStringLiteral("on"), QStringLiteral("ignoring"),
        QStringLiteral("group_left"), QStringLiteral("group_right")};
    return Words.contains(word, Qt::CaseInsensitive);
}

bool isKeyword(const QString &word)
{
    static const QStringList Words {QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("unless"), QStringLiteral("bool"),
        QStringLiteral("offset"), QStringLiteral("inf"), QStringLiteral("nan")};
    return takesLabels(word) || Words.contains(word, Qt::CaseInsensitive);
}

/// Reads an expression up to the cursor and remembers in what it is.
class PlaceReader {
public:
    PlaceReader(const QString &text, qsizetype cursor)
        : m_text(text)
        , m_cursor(std::clamp<qsizetype>(cursor, 0, text.size()))
    {
    }

    Place read()
    {
        while (m_at < m_cursor) {
            const QChar c = m_text[m_at];
            if (c == u'"' || c == u'\'' || c == u'`') {
                if (!readString(c)) {
                    return inString();
                }
            } else if (isWord(c)) {
                readWord();
            } else {
                readSign(c);
                ++m_at;
            }
        }
        return inPlain();
    }

private:
    struct Frame {
        QChar open;
        QString metric;       ///< Of a selector.
        QString label;        ///< The last one named.
        bool isValue = false; ///< After a sign of comparison.
        bool isList = false;  ///< Of labels.
    };

    /// False where the cursor comes before its end.
    bool readString(QChar mark)
    {
        m_stringFrom = m_at + 1;
        m_mark = mark;
        for (qsizetype i = m_stringFrom; i < m_cursor; ++i) {
            if (m_text[i] == u'\\' && mark != u'`') {
                ++i;
            } else if (m_text[i] == mark) {
                const QString content = m_text.mid(m_stringFrom, i - m_stringFrom);
                if (!m_frames.empty() && m_frames.back().open == u'{' && !m_frames.back().isValue) {
                    m_frames.back().label = content;
                }
                m_at = i + 1;
                return true;
            }
        }
        return false;
    }

    void readWord()
    {
        const qsizetype from = m_at;
        while (m_at < m_cursor && isWord(m_text[m_at])) {
            ++m_at;
        }
        m_word = m_text.mid(from, m_at - from);
        m_wordFrom = from;
        m_wordTo = m_at;
        if (!m_frames.empty() && m_frames.back().open == u'{' && !m_frames.back().isValue) {
            m_frames.back().label = m_word;
        }
    }

    void readSign(QChar c)
    {
        if (c == u'{' || c == u'(' || c == u'[') {
            Frame frame;
            frame.open = c;
            frame.metric = c == u'{' && m_wordTo == m_at ? m_word : QString();
            frame.isList = c == u'(' && takesLabels(m_word) && m_text.mid(m_wordTo, m_at - m_wordTo).trimmed().isEmpty();
            m_frames.push_back(frame);
        } else if (c == u'}' || c == u')' || c == u']') {
            if (!m_frames.empty()) {
                m_frames.pop_back();
            }
        } else if (!m_frames.empty() && m_frames.back().open == u'{') {
            m_frames.back().isValue = c == u',' ? false : m_frames.back().isValue || c == u'=' || c == u'~';
        }
    }

    Place inString() const
    {
        Place place;
        if (m_frames.empty() || m_frames.back().open != u'{') {
            return place;
        }
        place.isQuoted = true;
        place.typed = m_text.mid(m_stringFrom, m_cursor - m_stringFrom);
        place.from = m_stringFrom;
        place.to = m_cursor;
        // Up to the mark that ends it, unless another value begins before.
        const qsizetype end = m_text.indexOf(m_mark, m_cursor);
        const qsizetype next = m_text.indexOf(u',', m_cursor);
        if (end >= 0 && (next < 0 || end < next)) {
            place.to = end;
        }
        const Frame &frame = m_frames.back();
        place.kind = frame.isValue                            ? Place::Kind::LabelValue
            : frame.metric.isEmpty() && frame.label.isEmpty() ? Place::Kind::Metric
                                                              : Place::Kind::LabelName;
        place.metric = frame.metric;
        place.label = frame.isValue ? frame.label : QString();
        return place;
    }

    Place inPlain() const
    {
        Place place;
        const bool isInWord = m_wordTo == m_cursor && m_wordFrom < m_cursor;
        place.from = isInWord ? m_wordFrom : m_cursor;
        place.to = m_cursor;
        while (place.to < m_text.size() && isWord(m_text[place.to])) {
            ++place.to;
        }
        place.typed = m_text.mid(place.from, m_cursor - place.from);
        const Frame *frame = m_frames.empty() ? nullptr : &m_frames.back();
        if (frame != nullptr && frame->open == u'[') {
            return place;
        }
        if (frame != nullptr && frame->open == u'{') {
            place.kind = frame->isValue ? Place::Kind::LabelValue : Place::Kind::LabelName;
            place.metric = frame->metric;
            place.label = frame->isValue ? frame->label : QString();
        } else if (frame != nullptr && frame->isList) {
            place.kind = Place::Kind::LabelName;
            place.isInList = true;
            place.metric = firstMetric();
        } else if (isInWord && !place.typed.front().isDigit()) {
            place.kind = Place::Kind::Metric;
        }
        return place;
    }

    /// The first word that is no function and no keyword: what the labels of a list are most likely of.
    QString firstMetric() const
    {
        int depth = 0;
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            depth += int(c == u'{' || c == u'[') - int(c == u'}' || c == u']');
            if (!isWord(c) || depth > 0) {
                continue;
            }
            const qsizetype from = i;
            while (i < m_text.size() && isWord(m_text[i])) {
                ++i;
            }
            const QString word = m_text.mid(from, i - from);
            qsizetype next = i;
            while (next < m_text.size() && m_text[next].isSpace()) {
                ++next;
            }
            const bool isCalled = next < m_text.size() && m_text[next] == u'(';
            const bool isInThisList = from <= m_cursor && m_cursor <= i;
            const bool isListed = from < m_cursor && m_text.lastIndexOf(u'(', from) >= 0 && from > m_text.lastIndexOf(u'(', m_cursor - 1);
            const bool isFollowed = next < m_text.size() && takesLabels(m_text.mid(next).section(u' ', 0, 0).section(u'(', 0, 0));
            if (!isCalled && !isFollowed && !isKeyword(word) && !word.front().isDigit() && !isInThisList && !isListed) {
                return word;
            }
            --i;
        }
        return {};
    }

    const QString &m_text;
    const qsizetype m_cursor;
    qsizetype m_at = 0;
    std::vector<Frame> m_frames;
    QString m_word;
    qsizetype m_wordFrom = 0;
    qsizetype m_wordTo = -1;
    qsizetype m_stringFrom = 0;
    QChar m_mark;
};

} // namespace

Place placeAt(const QString &text, qsizetype cursor)
{
    return PlaceReader(text, cursor).read();
}

QString suggestionText(const Place &place, const QString &chosen)
{
    const QString inner = quoted(chosen).mid(1).chopped(1);
    switch (place.kind) {
    case Place::Kind::Nothing:
        break;
    case Place::Kind::Metric:
        // Names with dots and the like are plain in other languages, and in PromQL stand in braces; which it is only the server knows.
        return place.isQuoted ? inner : chosen;
    case Place::Kind::LabelName:
        return place.isQuoted ? inner : isBareLabel(chosen) ? chosen : quoted(chosen);
    case Place::Kind::LabelValue:
        return place.isQuoted ? inner : quoted(chosen);
    }
    return {};
}

} // namespace quarterdeck::promql
