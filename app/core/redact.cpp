#include "app/core/redact.h"

#include <QRegularExpression>

#include <array>

namespace quarterdeck {

QString redacted(QString text)
{
    static const std::array<QRegularExpression, 4> Patterns {
        QRegularExpression(
            QStringLiteral("(?i)((?:proxy-)?authorization|x-api-key|dd-api-key|dd-application-key|private-token|cookie)(\\s*[:=]\\s*)[^\\r\\n]+")),
        QRegularExpression(QStringLiteral("(?i)\\b(bearer|basic|token|geniekey)(\\s+|=)[A-Za-z0-9+/=._~-]{6,}")),
        QRegularExpression(QStringLiteral("(?i)\\b(password|passwd|secret|api_?key|access_?token|client_secret)(\"?\\s*[:=]\\s*\"?)[^\\s\"&]+")),
        QRegularExpression(QStringLiteral("(://[^/\\s:@]+)(:)[^/\\s@]+(?=@)"))};
    for (const QRegularExpression &pattern : Patterns) {
        text.replace(pattern, QStringLiteral("\\1\\2***"));
    }
    return text;
}

} // namespace quarterdeck
