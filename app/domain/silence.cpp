#include "app/domain/silence.h"

#include <QRegularExpression>

namespace quarterdeck {

namespace {
constexpr QLatin1StringView AckPrefix("ACK!");
}

QString silenceMarker(const QUuid &action)
{
    return QStringLiteral("[qd:") + action.toString(QUuid::Id128).left(12) + u']';
}

QString acknowledgementComment(const QUuid &action, const QString &text)
{
    QString comment = AckPrefix;
    if (!text.trimmed().isEmpty()) {
        comment += u' ' + text.trimmed();
    }
    return comment + u' ' + silenceMarker(action);
}

bool isAcknowledgement(QStringView comment)
{
    return comment.startsWith(AckPrefix);
}

QString commentText(QStringView comment)
{
    static const QRegularExpression Marker(QStringLiteral("\\s*\\[qd:[0-9a-f]{4,32}\\]"));
    QString text = comment.toString();
    if (isAcknowledgement(text)) {
        text.remove(0, AckPrefix.size());
    }
    return text.remove(Marker).trimmed();
}

} // namespace quarterdeck
