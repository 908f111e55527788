#include "app/sources/elasticsearch/requests.h"

#include "app/json/jsonreader.h"
#include "app/net/questionrequest.h"

namespace quarterdeck::elasticsearch {

namespace {

constexpr Millis ListPatience {15'000};
constexpr Millis SearchPatience {60'000};
constexpr int MostNames = 100;

QByteArray quotedText(const QString &text)
{
    JsonWriter json;
    json.value(text);
    return json.take();
}

QString indexPath(const Server &server, const QString &rest)
{
    // Everything but what patterns are made of is escaped.
    return u'/' + QString::fromLatin1(QUrl::toPercentEncoding(server.index, "*,:")) + rest;
}

/// An index that is away, or a pattern that nothing matches, is no error but told by the shards that answered.
QuestionParameters lenient()
{
    return {{"ignore_unavailable", QStringLiteral("true")}, {"allow_no_indices", QStringLiteral("true")}};
}

HttpRequest posted(HttpRequest request, QByteArray body)
{
    request.method = HttpRequest::Method::Post;
    request.contentType = "application/json";
    request.body = std::move(body);
    request.headers.emplace_back("Accept", "application/json");
    request.timeout = SearchPatience;
    request.maxBody = 256LL * 1024 * 1024;
    return request;
}

QByteArray sortOf(Flavour flavour, const PageQuestion &question)
{
    const QByteArray order = question.isForward ? "\"asc\"" : "\"desc\"";
    QByteArray time = "{\"order\":" + order + ",\"format\":\"strict_date_optional_time_nanos\",\"unmapped_type\":\"date\"";
    if (question.isOfMixedTimes) {
        time += ",\"numeric_type\":\"date_nanos\"";
    }
    QByteArray sort = "[{" + quotedText(question.timeField) + ':' + time + "}}";
    if (!question.pit.isEmpty()) {
        // Lines of one time need a second order, or a page would begin among them anew.
        sort += flavour == Flavour::OpenSearch ? ",{\"_id\":" + order + '}' : ",{\"_shard_doc\":" + order + '}';
    }
    return sort + ']';
}

} // namespace

HttpRequest infoRequest(const Server &server)
{
    HttpRequest request = questionRequest(server.base, QStringLiteral("/"), {});
    request.headers.emplace_back("Accept", "application/json");
    request.timeout = ListPatience;
    return request;
}

HttpRequest typesRequest(const Server &server, const QStringList &names)
{
    QuestionParameters parameters = lenient();
    parameters.emplace_back("fields", withTwins(names).mid(0, MostNames).join(u','));
    HttpRequest request = questionRequest(server.base, indexPath(server, QStringLiteral("/_field_caps")), parameters);
    request.headers.emplace_back("Accept", "application/json");
    request.timeout = ListPatience;
    return request;
}

HttpRequest pageRequest(const Server &server, Flavour flavour, const PageQuestion &question)
{
    QByteArray body = "{\"size\":" + QByteArray::number(question.size) + ",\"track_total_hits\":10000,\"query\":" + question.query
        + ",\"docvalue_fields\":[{\"field\":" + quotedText(question.timeField)
        + ",\"format\":\"strict_date_optional_time_nanos\"}],\"sort\":" + sortOf(flavour, question);
    if (!question.after.isEmpty()) {
        body += ",\"search_after\":" + question.after;
    }
    if (!question.pit.isEmpty()) {
        body += ",\"pit\":{\"id\":" + quotedText(QString::fromUtf8(question.pit)) + ",\"keep_alive\":\"1m\"}";
    }
    // A view knows its indices.
    const HttpRequest request = question.pit.isEmpty() ? questionRequest(server.base, indexPath(server, QStringLiteral("/_search")), lenient())
                                                       : questionRequest(server.base, QStringLiteral("/_search"), {});
    return posted(request, body + '}');
}

HttpRequest openPitRequest(const Server &server, Flavour flavour)
{
    const QString path = flavour == Flavour::OpenSearch ? QStringLiteral("/_search/point_in_time") : QStringLiteral("/_pit");
    return posted(questionRequest(server.base, indexPath(server, path), {{"keep_alive", QStringLiteral("1m")}}), {});
}

HttpRequest closePitRequest(const Server &server, Flavour flavour, const QByteArray &pit)
{
    const bool isOpenSearch = flavour == Flavour::OpenSearch;
    const QByteArray id = quotedText(QString::fromUtf8(pit));
    HttpRequest request = posted(questionRequest(server.base, isOpenSearch ? QStringLiteral("/_search/point_in_time") : QStringLiteral("/_pit"), {}),
        isOpenSearch ? "{\"pit_id\":[" + id + "]}" : "{\"id\":" + id + '}');
    request.method = HttpRequest::Method::Delete;
    return request;
}

HttpRequest countsRequest(
    const Server &server, const QByteArray &query, const QString &timeField, const LogHistogram &empty, const std::array<QByteArray, 5> &levels)
{
    QByteArrayList filters;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        if (!levels.at(level).isNull()) {
            filters.append(quotedText(logLevelName(LogLevel(level))) + ':' + levels.at(level));
        }
    }
    const QByteArray step = QByteArray::number(qint64(empty.step.count()));
    const QByteArray offset = QByteArray::number(empty.start.ms % empty.step.count());
    const QByteArray body = "{\"size\":0,\"track_total_hits\":true,\"query\":" + query
        + ",\"aggs\":{\"t\":{\"date_histogram\":{\"field\":" + quotedText(timeField) + ",\"fixed_interval\":\"" + step + "ms\",\"offset\":\"+"
        + offset + "ms\",\"min_doc_count\":1},\"aggs\":{\"l\":{\"filters\":{\"filters\":{" + filters.join(',') + "}}}}}}}";
    return posted(questionRequest(server.base, indexPath(server, QStringLiteral("/_search")), lenient()), body);
}

HttpRequest valuesRequest(const Server &server, const QByteArray &query, const QString &field, int size)
{
    const QByteArray body = "{\"size\":0,\"query\":" + query + ",\"aggs\":{\"v\":{\"terms\":{\"field\":" + quotedText(field)
        + ",\"size\":" + QByteArray::number(size) + "}}}}";
    return posted(questionRequest(server.base, indexPath(server, QStringLiteral("/_search")), lenient()), body);
}

} // namespace quarterdeck::elasticsearch
