#include "app/core/text.h"

namespace quarterdeck::text {

namespace {

bool isHidden(char32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x061C || c == 0x00AD
        || c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F) || c == 0x2028 || c == 0x2029 || c == 0x115F || c == 0x1160
        || c == 0x3164 || c == 0xFFA0 || (c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A);
}

// Returns the index just past a terminal sequence that starts with ESC at `at`.
qsizetype skipEscape(QStringView s, qsizetype at)
{
    qsizetype i = at + 1;
    if (i >= s.size()) {
        return i;
    }
    if (s.at(i) == u'[') {
        for (++i; i < s.size(); ++i) {
            const char16_t c = s.at(i).unicode();
            if (c >= 0x40 && c <= 0x7E) {
                return i + 1;
            }
            if (c < 0x20 || c > 0x7E) {
                return i;
            }
        }
        return i;
    }
    if (s.at(i) == u']') {
        for (++i; i < s.size(); ++i) {
            if (s.at(i) == QChar(0x07)) {
                return i + 1;
            }
            if (s.at(i) == QChar(0x1B)) {
                return i + 1 < s.size() && s.at(i + 1) == u'\\' ? i + 2 : i;
            }
        }
        return i;
    }
    return i;
}

// Appends one code point as it is shown; `marks` counts the combining marks in a row.
void append(QString &out, char32_t c, int &marks)
{
    if (c >= 0x20 && c < 0x7F) {
        marks = 0;
        out.append(QChar(char16_t(c)));
    } else if (c < 0x20) {
        marks = 0;
        out.append(QChar(char16_t(0x2400 + c)));
    } else if (c < 0xA0) {
        marks = 0;
        out.append(QChar(char16_t(c == 0x7F ? 0x2421 : 0xFFFD)));
    } else if (isHidden(c)) {
        marks = 0;
        out.append(QStringLiteral("<U+%1>").arg(QString::number(c, 16).toUpper(), 4, u'0'));
    } else {
        const QChar::Category category = QChar::category(c);
        marks = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ? marks + 1 : 0;
        if (marks <= 4) {
            out.append(QStringView(QChar::fromUcs4(c)));
        }
    }
}

// Appends a line break, tab or carriage return; `isPair`: a line feed follows the return.
void appendBreak(QString &out, QChar c, bool isPair, bool keepBreaks)
{
    if (keepBreaks) {
        if (c != u'\r') {
            out.append(c);
        }
    } else if (!isPair) {
        out.append(c == u'\t' ? QChar(u' ') : QChar(0x23CE));
    }
}

QString cleaned(QStringView s, qsizetype limit, bool keepBreaks)
{
    QString out;
    out.reserve(std::min(s.size(), limit) + 8);
    int marks = 0;
    for (qsizetype i = 0; i < s.size();) {
        const QChar unit = s.at(i);
        if (unit == QChar(0x1B)) {
            i = skipEscape(s, i);
            continue;
        }
        const qsizetype before = out.size();
        const QChar next = i + 1 < s.size() ? s.at(i + 1) : QChar();
        if (unit == u'\n' || unit == u'\t' || unit == u'\r') {
            appendBreak(out, unit, unit == u'\r' && next == u'\n', keepBreaks);
            marks = out.size() > before ? 0 : marks;
        } else if (unit.isHighSurrogate() && next.isLowSurrogate()) {
            append(out, QChar::surrogateToUcs4(unit, next), marks);
            ++i;
        } else {
            append(out, unit.isSurrogate() ? char32_t(0xFFFD) : char32_t(unit.unicode()), marks);
        }
        ++i;
        // What does not fit is left out whole, so that cut text stays as it is when it is cleaned again.
        if (out.size() > limit) {
            out.truncate(before);
            return out + QChar(0x2026);
        }
    }
    return out;
}

// Text that was cut before ends in its ellipsis beyond the limit: cutting it again would move that.
QString cleanedOnce(QStringView s, qsizetype limit, bool keepBreaks)
{
    if (s.size() <= limit + 1 && s.endsWith(QChar(0x2026))) {
        const QString rest = cleaned(s.chopped(1), limit, keepBreaks);
        return rest.endsWith(QChar(0x2026)) && rest.size() > limit ? rest : rest + QChar(0x2026);
    }
    return cleaned(s, limit, keepBreaks);
}

// A tip is as wide as its longest word: a longer one gets places to break at.
QString breakable(const QString &text)
{
    constexpr int LongestWord = 60;
    const QChar place(0x200B);
    QString out;
    int run = 0;
    for (const QChar unit : text) {
        run = unit.isSpace() ? 0 : run + 1;
        if (run > LongestWord && !unit.isLowSurrogate() && !unit.isMark()) {
            out += place;
            run = 1;
        }
        out += unit;
    }
    return out;
}

} // namespace

QString plain(QStringView foreign, qsizetype limit)
{
    return cleanedOnce(foreign, limit, false);
}

QString plainBlock(QStringView foreign, qsizetype limit)
{
    return cleanedOnce(foreign, limit, true);
}

QString tooltip(QStringView foreign)
{
    return QStringLiteral("<qt>") + breakable(plainBlock(foreign, 4096)).toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>"))
        + QStringLiteral("</qt>");
}

QString escaped(QStringView foreign)
{
    return plain(foreign).toHtmlEscaped();
}

QString csvCell(QStringView value)
{
    QString cell = value.toString();
    cell.remove(QChar(0));
    if (!cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front())) {
        bool isNumber = false;
        cell.toDouble(&isNumber);
        if (!isNumber) {
            cell.prepend(u'\'');
        }
    }
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r')) {
        cell.replace(QStringLiteral("\""), QStringLiteral("\"\""));
        return u'"' + cell + u'"';
    }
    return cell;
}

} // namespace quarterdeck::text
