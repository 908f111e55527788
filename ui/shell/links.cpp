#include "ui/shell/links.h"

#include <QUrl>
#include <QUrlQuery>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestLink = 2048;

struct Kind {
    QLatin1StringView word;
    QLatin1StringView page;
};

constexpr Kind Kinds[] = {{QLatin1StringView("alert"), QLatin1StringView("inbox")}, {QLatin1StringView("service"), QLatin1StringView("services")},
    {QLatin1StringView("runbook"), QLatin1StringView("runbooks")}};

} // namespace

std::optional<Destination> parseLink(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    if (link.size() > LongestLink || !url.isValid() || url.scheme() != QLatin1StringView("quarterdeck") || !url.userInfo().isEmpty()) {
        return std::nullopt;
    }
    const QString word = url.host();
    const QString path = url.path(QUrl::FullyDecoded).mid(1);
    Destination destination;
    if (word == QLatin1StringView("page")) {
        destination.page = path;
    }
    for (const Kind &kind : Kinds) {
        if (word == kind.word) {
            destination.page = kind.page;
            destination.object = path;
        }
    }
    if (word == QLatin1StringView("alert")) {
        const qsizetype slash = path.indexOf(u'/');
        destination.object = slash > 0 && slash + 1 < path.size() ? path.left(slash) + u':' + path.mid(slash + 1) : QString();
    }
    if (destination.page.isEmpty() || (word != QLatin1StringView("page") && destination.object.isEmpty())) {
        return std::nullopt;
    }
    const QUrlQuery query(url);
    for (const QString &name : {QStringLiteral("from"), QStringLiteral("to")}) {
        if (query.hasQueryItem(name)) {
            destination.arguments.insert(name, query.queryItemValue(name, QUrl::FullyDecoded));
        }
    }
    if (!url.fragment().isEmpty()) {
        destination.arguments.insert(QStringLiteral("step"), url.fragment(QUrl::FullyDecoded));
    }
    return destination;
}

QString linkTo(const Destination &destination)
{
    QUrl url;
    url.setScheme(QStringLiteral("quarterdeck"));
    url.setHost(QStringLiteral("page"));
    url.setPath(u'/' + destination.page, QUrl::DecodedMode);
    for (const Kind &kind : Kinds) {
        if (destination.page == kind.page && !destination.object.isEmpty()) {
            QString object = destination.object;
            if (kind.word == QLatin1StringView("alert") && object.contains(u':')) {
                object[object.indexOf(u':')] = u'/';
            }
            url.setHost(kind.word);
            url.setPath(u'/' + object, QUrl::DecodedMode);
        }
    }
    return url.toString(QUrl::FullyEncoded);
}

} // namespace quarterdeck
