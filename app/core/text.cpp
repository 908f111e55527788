#include "app/core/text.h"

namespace quarterdeck::text {

namespace {

bool isHidden(char32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF
        || c == 0x061C || c == 0x00AD || c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F) || c == 0x2028
        || c == 0x2029;
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

void appendCodePoint(QString &out, char32_t c)
{
    out.append(QStringView(QChar::fromUcs4(c)));
}

QString cleaned(QStringView s, qsizetype limit, bool keepBreaks)
{
    QString out;
    out.reserve(std::min(s.size(), limit) + 8);
    int marks = 0;
    qsizetype i = 0;
    while (i < s.size()) {
        if (out.size() >= limit) {
            out.append(QChar(0x2026));
            break;
        }
        const QChar unit = s.at(i);
        char32_t c = unit.unicode();
        qsizetype width = 1;
        if (unit.isHighSurrogate() && i + 1 < s.size() && s.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(unit, s.at(i + 1));
            width = 2;
        } else if (unit.isSurrogate()) {
            c = 0xFFFD;
        }
        if (c == 0x1B) {
            i = skipEscape(s, i);
            continue;
        }
        i += width;
        if (c == u'\n' || c == u'\t' || c == u'\r') {
            if (keepBreaks) {
                if (c != u'\r') {
                    out.append(QChar(char16_t(c)));
                }
            } else if (!(c == u'\r' && i < s.size() && s.at(i) == u'\n')) {
                out.append(c == u'\t' ? QChar(u' ') : QChar(0x23CE));
            }
        } else if (c < 0x20) {
            out.append(QChar(char16_t(0x2400 + c)));
        } else if (c == 0x7F) {
            out.append(QChar(0x2421));
        } else if (c >= 0x80 && c < 0xA0) {
            out.append(QChar(0xFFFD));
        } else if (isHidden(c)) {
            out.append(QStringLiteral("<U+%1>").arg(QString::number(c, 16).toUpper(), 4, u'0'));
        } else {
            const QChar::Category category = QChar::category(c);
            const bool isMark = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
            marks = isMark ? marks + 1 : 0;
            if (marks <= 4) {
                appendCodePoint(out, c);
            }
            continue;
        }
        marks = 0;
    }
    return out;
}

} // namespace

QString plain(QStringView foreign, qsizetype limit)
{
    // Already cut text ends in its ellipsis at limit + 1: leave it as it is, or cutting twice would add another.
    if (foreign.size() == limit + 1 && foreign.endsWith(QChar(0x2026))) {
        return cleaned(foreign.chopped(1), limit, false) + QChar(0x2026);
    }
    return cleaned(foreign, limit, false);
}

QString plainBlock(QStringView foreign, qsizetype limit)
{
    if (foreign.size() == limit + 1 && foreign.endsWith(QChar(0x2026))) {
        return cleaned(foreign.chopped(1), limit, true) + QChar(0x2026);
    }
    return cleaned(foreign, limit, true);
}

QString tooltip(QStringView foreign)
{
    return QStringLiteral("<qt>") + plainBlock(foreign, 4096).toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>"))
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
