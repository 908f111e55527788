#include "app/core/secretname.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace quarterdeck {

bool isSecretName(const QString &name)
{
    static const QRegularExpression Secret(QStringLiteral("token|secret|passw|passphrase|cookie|api[-_]?key|jwt|credential|authorization|bearer"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression Apart(QStringLiteral("[-_.]"));
    static const QSet<QString> Words {QStringLiteral("key"), QStringLiteral("pwd"), QStringLiteral("pass")};
    static const QSet<QString> Identities {QStringLiteral("email"), QStringLiteral("user"), QStringLiteral("username"), QStringLiteral("groups"),
        QStringLiteral("group"), QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("type")};
    const QStringList words = name.toLower().split(Apart, Qt::SkipEmptyParts);
    if (words.isEmpty() || Identities.contains(words.last())) {
        return false;
    }
    const bool hasWord = std::any_of(words.begin(), words.end(), [](const QString &word) { return Words.contains(word); });
    return hasWord || words.last() == u"auth" || Secret.match(name).hasMatch();
}

} // namespace quarterdeck
