#include "app/net/questionrequest.h"

namespace quarterdeck {

namespace {

constexpr qsizetype LongestQuery = 4'000;

QByteArray encodedForm(const QuestionParameters &parameters)
{
    QByteArray out;
    for (const auto &[name, value] : parameters) {
        out += (out.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    }
    return out;
}

} // namespace

HttpRequest questionRequest(const QUrl &base, const QString &path, const QuestionParameters &parameters)
{
    HttpRequest request;
    request.url = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString root = base.path(QUrl::FullyEncoded);
    while (root.endsWith(u'/')) {
        root.chop(1);
    }
    request.url.setPath(root + path, QUrl::StrictMode);
    const QByteArray query = encodedForm(parameters);
    if (query.size() > LongestQuery) {
        request.method = HttpRequest::Method::Post;
        request.body = query;
        request.contentType = "application/x-www-form-urlencoded";
    } else if (!query.isEmpty()) {
        request.url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    }
    return request;
}

} // namespace quarterdeck
