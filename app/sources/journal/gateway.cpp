#include "app/sources/journal/gateway.h"

namespace quarterdeck::journal {

namespace {

constexpr QByteArrayView ExportFormat("application/vnd.fdo.journal");

} // namespace

Gateway::Gateway(HttpClient &http, HttpConfig config, QUrl base, LineRules rules)
    : m_http(http)
    , m_config(std::move(config))
    , m_base(std::move(base))
    , m_rules(std::move(rules))
{
}

Async<ParsedPage> Gateway::page(
    const Matches &matches, const Range &range, const EntryFilter &filter, const QByteArray &stopCursor, CancelToken cancel)
{
    const Reply<ParsedPage> reply;
    const auto answer = m_http.send(m_config, entriesRequest(m_base, matches, range), cancel);
    then(answer, this, [this, reply, filter, stopCursor, rules = m_rules](const Result<HttpResponse> &response) {
        if (!response && response.error().kind == ErrorKind::BadPayload) {
            Error error = response.error();
            error.kind = ErrorKind::TooLarge;
            reply.finish(tl::unexpected(error));
            return;
        }
        const auto good = requireWhole(requireOk(response, ExportFormat));
        if (!good) {
            reply.finish(tl::unexpected(good.error()));
            return;
        }
        const QByteArray body = good->body;
        const auto parsed = offload<ParsedPage>(body.size(), [=] { return parsePage(body, rules, filter, stopCursor); });
        then(parsed, this, [reply](const Result<ParsedPage> &page) { reply.finish(page); });
    });
    return reply.future();
}

Async<Done> Gateway::follow(const Matches &matches, const Range &range, std::function<bool(QByteArrayView)> onData, CancelToken cancel)
{
    HttpRequest request = followRequest(m_base, matches, range);
    request.onData = std::move(onData);
    const Reply<Done> reply;
    then(m_http.send(m_config, std::move(request), cancel), this, [reply](const Result<HttpResponse> &response) {
        const auto good = requireWhole(requireOk(response, ExportFormat));
        if (!good) {
            reply.finish(tl::unexpected(good.error()));
        } else {
            reply.finish(Done {});
        }
    });
    return reply.future();
}

Async<QStringList> Gateway::fieldValues(const QString &field, CancelToken cancel)
{
    const Reply<QStringList> reply;
    then(m_http.send(m_config, fieldRequest(m_base, field), cancel), this, [this, reply, field](const Result<HttpResponse> &response) {
        const bool isTooMany = !response && (response.error().kind == ErrorKind::BadPayload || response.error().kind == ErrorKind::Timeout);
        if (isTooMany) {
            reply.finish(
                fail(ErrorKind::Rejected, QStringLiteral("The field %1 has too many different values to list").arg(field), response.error().where));
            return;
        }
        const auto good = requireWhole(requireOk(response, "application/json"));
        if (!good) {
            reply.finish(tl::unexpected(good.error()));
            return;
        }
        const QByteArray body = good->body;
        then(offload<QStringList>(body.size(), [body, field] { return parseFieldValues(body, field); }), this,
            [reply](const Result<QStringList> &values) { reply.finish(values); });
    });
    return reply.future();
}

Async<std::pair<Machine, HttpResponse>> Gateway::machine(CancelToken cancel)
{
    using Answer = std::pair<Machine, HttpResponse>;
    const Reply<Answer> reply;
    then(m_http.send(m_config, machineRequest(m_base), cancel), this, [reply](const Result<HttpResponse> &response) {
        const auto good = requireWhole(requireOk(response, "application/json"));
        const auto machine = good.and_then([](const HttpResponse &body) { return parseMachine(body.body); });
        if (!machine) {
            reply.finish(tl::unexpected(machine.error()));
        } else {
            reply.finish(Answer {*machine, *good});
        }
    });
    return reply.future();
}

} // namespace quarterdeck::journal
