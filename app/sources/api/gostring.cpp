#include "app/sources/api/gostring.h"

namespace quarterdeck {

namespace {

constexpr QStringView Special = u"\\.+*?()|[]{}^$";

} // namespace

QString literalPattern(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (Special.contains(c)) {
            out += u'\\';
        }
        out += c;
    }
    return out;
}

QString goString(QStringView text)
{
    QString out = QStringLiteral("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (c == u'"' || c == u'\\') {
            out += u'\\';
            out += c;
        } else if (c == u'\n') {
            out += QStringLiteral("\\n");
        } else if (c.unicode() < 0x20 || c.unicode() == 0x7f) {
            out += QStringLiteral("\\u") + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        } else if (isPair) {
            out += c;
            out += text[++i];
        } else {
            // A half of a character cannot be sent, and no line has it.
            out += c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
        }
    }
    return out + u'"';
}

} // namespace quarterdeck
