#include "app/bootstrap/redirect.h"

#include "app/core/redact.h"
#include "app/core/text.h"

#include <QHash>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestCode = 4096;
constexpr qsizetype LongestError = 64;
constexpr qsizetype MostWords = 200;

QByteArray decoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

QString sentenceOf(const QString &error)
{
    if (error == QLatin1StringView("access_denied")) {
        return QStringLiteral("The sign-in was rejected, by you or by the server");
    }
    if (error == QLatin1StringView("invalid_scope")) {
        return QStringLiteral("The server does not know one of the scopes");
    }
    if (error == QLatin1StringView("unauthorized_client")) {
        return QStringLiteral("The server does not let this client sign people in");
    }
    return QStringLiteral("The server did not sign you in");
}

} // namespace

Result<Redirect> readRedirect(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    if (target.left(mark) != RedirectPath) {
        return fail(ErrorKind::NotFound, QStringLiteral("No redirect leads here"));
    }
    QHash<QByteArray, QByteArray> fields;
    for (const QByteArray &part : mark < 0 ? QByteArrayList() : target.mid(mark + 1).split('&')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = decoded(part.left(equals));
        if (fields.contains(name)) {
            return fail(ErrorKind::Rejected, QStringLiteral("A parameter comes twice"));
        }
        fields.insert(name, equals < 0 ? QByteArray() : decoded(part.mid(equals + 1)));
    }
    return Redirect {fields.value("state"), Secret(fields.value("code")), text::plain(QString::fromUtf8(fields.value("error")), LongestError),
        text::plain(redacted(QString::fromUtf8(fields.value("error_description")).simplified()), MostWords)};
}

Result<Secret> codeOf(const Redirect &redirect)
{
    if (!redirect.error.isEmpty()) {
        const QString words = redirect.words.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + redirect.words;
        return fail(ErrorKind::Rejected, QStringLiteral("%1 (%2)%3").arg(sentenceOf(redirect.error), redirect.error, words));
    }
    const QByteArray &code = redirect.code.reveal();
    if (code.isEmpty() || code.size() > LongestCode) {
        return fail(ErrorKind::Rejected, QStringLiteral("The server sent the browser back without a code"));
    }
    return redirect.code;
}

} // namespace quarterdeck
