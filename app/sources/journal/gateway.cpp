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
    const auto sent = m_http.send(m_config, entriesRequest(m_base, matches, range), std::move(cancel));
    const auto good = map(sent, this, [](Result<HttpResponse> response) -> Result<HttpResponse> {
        if (!response && response.error().kind == ErrorKind::BadPayload) {
            response.error().kind = ErrorKind::TooLarge;
            return response;
        }
        return requireWhole(requireOk(std::move(response), ExportFormat));
    });
    return parsed<ParsedPage>(
        good, this, [filter, stopCursor, rules = m_rules](QByteArrayView body) { return parsePage(body, rules, filter, stopCursor); });
}

Async<Done> Gateway::follow(const Matches &matches, const Range &range, std::function<bool(QByteArrayView)> onData, CancelToken cancel)
{
    HttpRequest request = followRequest(m_base, matches, range);
    request.onData = std::move(onData);
    return map(m_http.send(m_config, std::move(request), std::move(cancel)), this, [](Result<HttpResponse> response) {
        return requireWhole(requireOk(std::move(response), ExportFormat)).map([](const HttpResponse &) { return Done {}; });
    });
}

Async<QStringList> Gateway::fieldValues(const QString &field, CancelToken cancel)
{
    const auto sent = m_http.send(m_config, fieldRequest(m_base, field), std::move(cancel));
    const auto good = map(sent, this, [field](Result<HttpResponse> response) -> Result<HttpResponse> {
        const bool isTooMany = !response && (response.error().kind == ErrorKind::BadPayload || response.error().kind == ErrorKind::Timeout);
        if (isTooMany) {
            return fail(ErrorKind::Rejected, QStringLiteral("The field %1 has too many different values to list").arg(field), response.error().where);
        }
        return requireWhole(requireOk(std::move(response), "application/json"));
    });
    return parsed<QStringList>(good, this, [field](QByteArrayView body) { return parseFieldValues(body, field); });
}

Async<std::pair<Machine, HttpResponse>> Gateway::machine(CancelToken cancel)
{
    using Answer = std::pair<Machine, HttpResponse>;
    return map(m_http.send(m_config, machineRequest(m_base), std::move(cancel)), this, [](Result<HttpResponse> response) -> Result<Answer> {
        auto good = requireWhole(requireOk(std::move(response), "application/json"));
        auto machine = good.and_then([](const HttpResponse &body) { return parseMachine(body.body); });
        if (!machine) {
            return tl::unexpected(machine.error());
        }
        return Answer {std::move(*machine), std::move(*good)};
    });
}

} // namespace quarterdeck::journal
