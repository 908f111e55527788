#include "app/sources/victorialogs/requests.h"

#include "app/net/questionrequest.h"

namespace quarterdeck::victorialogs {

namespace {

HttpRequest request(const Server &server, const QString &path, const QuestionParameters &parameters)
{
    HttpRequest made = questionRequest(server.base, path, parameters);
    if (!server.account.isEmpty()) {
        made.headers.emplace_back("AccountID", server.account.toLatin1());
        made.headers.emplace_back("ProjectID", server.project.toLatin1());
    }
    return made;
}

QuestionParameters parametersOf(const Question &question)
{
    // The end belongs to the range, and one that is written to the second means the whole second: the last nanosecond before it is exact. A part
    // of a cluster that is away is an error rather than an answer without its lines.
    return {{"query", question.query}, {"start", QString::number(question.from)}, {"end", QString::number(question.to - 1)},
        {"allow_partial_response", QStringLiteral("0")}};
}

} // namespace

HttpRequest linesRequest(const Server &server, const Question &question, int limit)
{
    QuestionParameters parameters = parametersOf(question);
    if (limit > 0) {
        parameters.emplace_back("limit", QString::number(limit));
    }
    HttpRequest made = request(server, QStringLiteral("/select/logsql/query"), parameters);
    made.timeout = Millis(60'000);
    made.maxBody = 512LL * 1024 * 1024;
    return made;
}

HttpRequest hitsRequest(const Server &server, const Question &question, Millis step, const QStringList &fields)
{
    QuestionParameters parameters = parametersOf(question);
    const QString unit = QStringLiteral("ms");
    parameters.emplace_back("step", QString::number(step.count()) + unit);
    // Steps begin at multiples of their length since 1970, moved by this.
    parameters.emplace_back("offset", QString::number(question.from / 1'000'000 % step.count()) + unit);
    for (const QString &field : fields) {
        parameters.emplace_back("field", field);
    }
    HttpRequest made = request(server, QStringLiteral("/select/logsql/hits"), parameters);
    made.timeout = Millis(60'000);
    return made;
}

HttpRequest valuesRequest(const Server &server, const Question &question, const QString &field, int limit)
{
    QuestionParameters parameters = parametersOf(question);
    parameters.emplace_back("field", field);
    parameters.emplace_back("limit", QString::number(limit));
    HttpRequest made = request(server, QStringLiteral("/select/logsql/field_values"), parameters);
    made.timeout = Millis(15'000);
    return made;
}

HttpRequest buildRequest(const Server &server)
{
    HttpRequest made = request(server, QStringLiteral("/select/buildinfo"), {});
    made.timeout = Millis(15'000);
    return made;
}

} // namespace quarterdeck::victorialogs
