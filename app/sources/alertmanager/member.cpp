#include "app/sources/alertmanager/member.h"

namespace quarterdeck::alertmanager {

namespace {

constexpr QByteArrayView Json("application/json");
constexpr QLatin1StringView AfterSend("after-send");

/// Words for a failed write that may have landed.
tl::unexpected<Error> unknownOutcome(const QString &why, int status)
{
    return tl::unexpected<Error>(
        Error {ErrorKind::Timeout, QStringLiteral("It is not known whether this took effect: ") + why, AfterSend, status, std::nullopt});
}

} // namespace

Result<HttpResponse> checkedReply(const Result<HttpResponse> &reply, QByteArrayView expected)
{
    auto checked = requireOk(reply, expected);
    if (!checked && reply && reply->status >= 400 && reply->status != 401 && reply->status != 403 && reply->status != 429) {
        if (const QString words = errorWords(reply->body); !words.isEmpty()) {
            Error error = checked.error();
            error.what = words;
            return tl::unexpected(error);
        }
    }
    return checked;
}

bool isOutcomeUnknown(const Error &error)
{
    return error.where == AfterSend;
}

Result<HttpResponse> checkedWrite(const Result<HttpResponse> &reply, QByteArrayView expected)
{
    const auto checked = checkedReply(reply, expected);
    if (checked || !reply) {
        return checked;
    }
    const Error &error = checked.error();
    if (reply->status == 404 || error.what.contains(QLatin1StringView("not found"), Qt::CaseInsensitive)) {
        return tl::unexpected<Error>(Error {ErrorKind::NotFound, error.what, error.where, reply->status, std::nullopt});
    }
    // A proxy in between answers 5xx for servers that did the work but were slow to say so.
    if (reply->status >= 500) {
        return unknownOutcome(error.what, reply->status);
    }
    return checked;
}

Member::Member(HttpClient &http, HttpConfig config, QUrl root, SourceId source)
    : m_http(http)
    , m_config(std::move(config))
    , m_root(std::move(root))
    , m_source(std::move(source))
{
}

QString Member::name() const
{
    const int port = m_root.port();
    return port > 0 ? m_root.host() + u':' + QString::number(port) : m_root.host();
}

void Member::noteSkew(const Result<HttpResponse> &answer)
{
    if (answer) {
        m_clockSkew = std::chrono::abs(answer->clockSkew) < Millis(2000) ? Millis(0) : answer->clockSkew;
    }
}

template <class T, class F> Async<T> Member::read(HttpRequest request, CancelToken cancel, F parse)
{
    const Reply<T> reply;
    then(m_http.send(m_config, std::move(request), cancel), this, [this, reply, parse](const Result<HttpResponse> &answer) {
        noteSkew(answer);
        const auto good = checkedReply(answer, Json);
        if (!good) {
            reply.finish(tl::unexpected(good.error()));
            return;
        }
        const QByteArray body = good->body;
        then(offload<T>(body.size(), [body, parse] { return parse(body); }), this, [reply](const Result<T> &parsed) { reply.finish(parsed); });
    });
    return reply.future();
}

Async<MemberProbe> Member::status(CancelToken cancel)
{
    const Reply<MemberProbe> reply;
    then(m_http.send(m_config, statusRequest(m_root), cancel), this, [reply](const Result<HttpResponse> &answer) {
        const auto good = checkedReply(answer, Json);
        const auto status = good.and_then([](const HttpResponse &response) { return parseStatus(response.body); });
        if (!status) {
            reply.finish(tl::unexpected(status.error()));
            return;
        }
        reply.finish(MemberProbe {*status, good->elapsed, good->clockSkew});
    });
    return reply.future();
}

Async<Listing<Alert>> Member::alerts(const std::vector<Matcher> &filter, CancelToken cancel)
{
    return read<Listing<Alert>>(
        alertsRequest(m_root, filter), cancel, [source = m_source](QByteArrayView body) { return parseAlerts(body, source); });
}

Async<Listing<Silence>> Member::silences(CancelToken cancel)
{
    return read<Listing<Silence>>(silencesRequest(m_root), cancel, [source = m_source](QByteArrayView body) { return parseSilences(body, source); });
}

Async<Silence> Member::silence(const QString &id, CancelToken cancel)
{
    return read<Silence>(silenceRequest(m_root, id), cancel, [source = m_source](QByteArrayView body) { return parseSilence(body, source); });
}

Async<QString> Member::post(const SilenceDraft &draft, CancelToken cancel)
{
    const Reply<QString> reply;
    then(m_http.send(m_config, postSilenceRequest(m_root, draft), cancel), this, [reply](const Result<HttpResponse> &answer) {
        const auto good = checkedWrite(answer, Json);
        if (!good) {
            reply.finish(tl::unexpected(good.error()));
            return;
        }
        auto id = parseSilenceId(good->body);
        if (!id) {
            // The status said yes, the body does not say to what.
            reply.finish(unknownOutcome(id.error().what, good->status));
            return;
        }
        reply.finish(std::move(id));
    });
    return reply.future();
}

Async<Done> Member::expire(const QString &id, CancelToken cancel)
{
    const Reply<Done> reply;
    then(m_http.send(m_config, expireSilenceRequest(m_root, id), cancel), this, [reply](const Result<HttpResponse> &answer) {
        const auto good = checkedWrite(answer, {});
        if (!good) {
            reply.finish(tl::unexpected(good.error()));
        } else {
            reply.finish(Done {});
        }
    });
    return reply.future();
}

} // namespace quarterdeck::alertmanager
