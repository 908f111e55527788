#include "app/core/markdowntext.h"

#include "app/core/text.h"

namespace quarterdeck {

QString markdownText(QStringView foreign)
{
    QString escaped;
    for (const QChar c : text::plain(foreign.toString().simplified())) {
        if (QStringLiteral("\\`*_[]<>|#~").contains(c)) {
            escaped += u'\\';
        }
        escaped += c;
    }
    return escaped;
}

} // namespace quarterdeck
