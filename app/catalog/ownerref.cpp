#include "app/catalog/ownerref.h"

#include <QRegularExpression>

namespace quarterdeck {

namespace {

bool keeps(const QString &text, const QRegularExpression &rule)
{
    return !text.isEmpty() && text.size() <= 63 && rule.match(text).hasMatch();
}

} // namespace

bool isEntityName(const QString &text)
{
    static const QRegularExpression Rule(QStringLiteral("\\A[a-zA-Z0-9]+(?:[-_.]+[a-zA-Z0-9]+)*\\z"));
    return keeps(text, Rule);
}

bool isEntityNamespace(const QString &text)
{
    static const QRegularExpression Rule(QStringLiteral("\\A[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*\\z"));
    return keeps(text, Rule);
}

bool isEntityTag(const QString &text)
{
    static const QRegularExpression Rule(QStringLiteral("\\A[a-z0-9:+#]+(?:-+[a-z0-9:+#]+)*\\z"));
    return keeps(text, Rule);
}

bool isEntityKey(const QString &text)
{
    static const QRegularExpression Rule(QStringLiteral("\\A(?:[a-z0-9]+(?:[-.][a-z0-9]+)*/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?\\z"));
    return text.size() <= 253 + 64 && Rule.match(text).hasMatch();
}

std::optional<EntityRef> parseEntityRef(const QString &text, const QString &defaultKind, const QString &defaultNamespace)
{
    static const QRegularExpression Form(QStringLiteral("\\A(?:([^:/\\s]+):)?(?:([^:/\\s]+)/)?([^:/\\s]+)\\z"));
    const auto match = Form.match(text.trimmed().left(256));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    EntityRef ref;
    ref.kind = (match.captured(1).isEmpty() ? defaultKind : match.captured(1)).toLower();
    ref.nameSpace = (match.captured(2).isEmpty() ? defaultNamespace : match.captured(2)).toLower();
    ref.name = match.captured(3).toLower();
    return ref;
}

} // namespace quarterdeck
