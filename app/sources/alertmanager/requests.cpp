#include "app/sources/alertmanager/requests.h"

#include "app/json/jsonreader.h"

namespace quarterdeck::alertmanager {

namespace {

constexpr Millis ReadTimeout {15'000};
// A hundred thousand alerts are 80 MB, and the server thinks for long before their first byte. Whether it is alive is told by what comes,
// not by how long all of it takes.
constexpr Millis ListTimeout {85'000};
constexpr Millis ListStall {60'000};
constexpr qint64 LargestList = 512LL * 1024 * 1024;
constexpr qsizetype LongestFilter = 4096;

HttpRequest large(HttpRequest request, Millis stall)
{
    request.timeout = ListTimeout;
    request.stall = stall;
    request.maxBody = LargestList;
    return request;
}

HttpRequest request(HttpRequest::Method method, const QUrl &root, const QString &path)
{
    HttpRequest request;
    request.method = method;
    request.url = root;
    request.url.setPath(root.path() + path);
    request.headers = {{QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json")}};
    request.timeout = ReadTimeout;
    return request;
}

bool isClassicName(QStringView name)
{
    if (name.isEmpty() || name.front().isDigit()) {
        return false;
    }
    for (const QChar c : name) {
        if (c != u'_' && !(c >= u'a' && c <= u'z') && !(c >= u'A' && c <= u'Z') && !(c >= u'0' && c <= u'9')) {
            return false;
        }
    }
    return true;
}

} // namespace

QUrl apiRoot(const QUrl &member, const QString &apiPath)
{
    QUrl root = member.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    QString path = root.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    root.setPath(path.endsWith(apiPath) ? path : path + apiPath);
    return root;
}

HttpRequest statusRequest(const QUrl &root)
{
    // A server that is slow to write its lists is slow to tell this as well, and without it they do not count as whole.
    return large(request(HttpRequest::Method::Get, root, QStringLiteral("/status")), ReadTimeout);
}

HttpRequest alertsRequest(const QUrl &root, const std::vector<Matcher> &matchers)
{
    HttpRequest made = request(HttpRequest::Method::Get, root, QStringLiteral("/alerts"));
    if (matchers.empty()) {
        made = large(std::move(made), ListStall);
    }
    QByteArray query;
    for (const Matcher &matcher : matchers) {
        query += (query.isEmpty() ? "filter=" : "&filter=") + QUrl::toPercentEncoding(matcher.toString());
    }
    if (!query.isEmpty()) {
        made.url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    }
    return made;
}

HttpRequest groupsRequest(const QUrl &root)
{
    return large(request(HttpRequest::Method::Get, root, QStringLiteral("/alerts/groups")), ListStall);
}

HttpRequest silencesRequest(const QUrl &root)
{
    return large(request(HttpRequest::Method::Get, root, QStringLiteral("/silences")), ReadTimeout);
}

HttpRequest silenceRequest(const QUrl &root, const QString &id)
{
    return request(HttpRequest::Method::Get, root, QStringLiteral("/silence/") + id);
}

HttpRequest postSilenceRequest(const QUrl &root, const SilenceDraft &draft)
{
    JsonWriter json;
    json.beginObject();
    if (!draft.id.isEmpty()) {
        json.key(u"id").value(draft.id);
    }
    json.key(u"matchers").beginArray();
    for (const Matcher &matcher : draft.matchers) {
        json.beginObject();
        json.key(u"name").value(matcher.name).key(u"value").value(matcher.value);
        json.key(u"isRegex").value(matcher.isRegex).key(u"isEqual").value(matcher.isEqual);
        json.endObject();
    }
    json.endArray();
    json.key(u"startsAt").value(toRfc3339(draft.startsAt)).key(u"endsAt").value(toRfc3339(draft.endsAt));
    json.key(u"createdBy").value(draft.createdBy).key(u"comment").value(draft.comment);
    if (!draft.annotations.isEmpty()) {
        json.key(u"annotations").beginObject();
        for (const Label &annotation : draft.annotations) {
            json.key(annotation.name).value(annotation.value);
        }
        json.endObject();
    }
    json.endObject();

    HttpRequest made = request(HttpRequest::Method::Post, root, QStringLiteral("/silences"));
    made.body = json.take();
    made.contentType = QByteArrayLiteral("application/json");
    return made;
}

HttpRequest expireSilenceRequest(const QUrl &root, const QString &id)
{
    return request(HttpRequest::Method::Delete, root, QStringLiteral("/silence/") + id);
}

bool isFilterable(const std::vector<Matcher> &matchers)
{
    qsizetype length = 0;
    for (const Matcher &matcher : matchers) {
        // Newlines and control characters are written differently by parsers of different versions.
        for (const QChar c : matcher.value) {
            if (c.unicode() < 0x20) {
                return false;
            }
        }
        if (!isClassicName(matcher.name)) {
            return false;
        }
        length += QUrl::toPercentEncoding(matcher.toString()).size() + 8;
    }
    return !matchers.empty() && length <= LongestFilter;
}

} // namespace quarterdeck::alertmanager
