#include "app/sources/alertmanager/member.h"

#include <QLocale>

namespace quarterdeck::alertmanager {

namespace {

constexpr QByteArrayView Json("application/json");
constexpr QLatin1StringView AfterSend("after-send");
// A Date header counts whole seconds, so its clock is known to half of one.
constexpr Millis StartError {500};

/// The server's clock by its Date header.
std::optional<UtcTime> dateOf(const HttpResponse &response)
{
    // Sun, 06 Nov 1994 08:49:37 GMT
    const QString text = QString::fromLatin1(response.header("date"));
    const QDateTime date(QLocale::c().toDate(text.mid(5, 11), QStringLiteral("dd MMM yyyy")), QTime::fromString(text.mid(17, 8)), Qt::UTC);
    // It counts whole seconds: their middle is the best guess.
    return date.isValid() && text.endsWith(QLatin1StringView(" GMT")) ? std::optional(UtcTime {date.toMSecsSinceEpoch() + 500}) : std::nullopt;
}

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

Member::Member(const SourceDeps &deps, MemberSettings settings)
    : m_deps(deps)
    , m_settings(std::move(settings))
{
}

QString Member::name() const
{
    const int port = root().port();
    return port > 0 ? root().host() + u':' + QString::number(port) : root().host();
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
    then(m_deps.http.send(m_settings.http, std::move(request), cancel), this, [this, reply, parse](const Result<HttpResponse> &answer) {
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

void Member::judge(MemberAnswer &answer, const Result<MemberProbe> &status)
{
    if (!status) {
        // A server or a proxy that answers without telling is taken at its word; one that could not be asked may be restarting.
        const Error &error = status.error();
        const bool isUnasked = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Tls;
        if (isUnasked || error.httpStatus >= 500) {
            answer.doubt = Error {ErrorKind::Server,
                QStringLiteral("%1 does not tell its status (%2), so it may have forgotten alerts in a restart; none is taken for resolved")
                    .arg(name(), error.what),
                QStringLiteral("settling"), 0, std::nullopt};
        }
        return;
    }
    const UtcTime now = m_deps.clock.now();
    const auto ran = m_starts.provenRun(status->status.startedAt, status->itsNow.value_or(now), m_deps.clock.monotonic());
    if (!ran || *ran >= m_settings.settling) {
        return;
    }
    if (m_starts.hasRestarted()) {
        // The lists may still be those of the process before.
        answer.doubt = Error {ErrorKind::Server, QStringLiteral("%1 was restarted just now").arg(name()), QStringLiteral("settling"), 0, {}};
        return;
    }
    // What was listed since we know of this start was listed by this process, however inexact its age is.
    answer.heardSince = std::min(now - *ran + StartError, now - m_starts.seenFor());
    answer.note = Error {ErrorKind::Server,
        QStringLiteral("%1 started %2 ago; alerts it has not heard of again yet are kept until it has run for %3")
            .arg(name(), formatDuration(std::chrono::floor<std::chrono::seconds>(*ran)), formatDuration(m_settings.settling)),
        QStringLiteral("settling"), 0, std::nullopt};
}

void Member::noteTwins(MemberAnswer &answer, const MemberProbe &status)
{
    const Millis now = m_deps.clock.monotonic();
    m_twins.heard(status.status.startedAt, now);
    m_twins.complete(answer.alerts->items, now);
    if (m_twins.disagree(now)) {
        answer.remark = Error {ErrorKind::Server,
            QStringLiteral("Two servers answer behind the name %1 and do not list the same alerts: what either lists is shown until neither has for "
                           "%2. Name each of them under urls")
                .arg(name(), formatDuration(TwinWatch::Memory)),
            QStringLiteral("twins"), 0, std::nullopt};
    }
}

void Member::noteAnswer(const MemberAnswer &answer, Millis askedAt)
{
    m_isHanging = false;
    if (answer.isWhole()) {
        m_lastTook = m_deps.clock.monotonic() - askedAt;
    }
}

Async<std::shared_ptr<MemberAnswer>> Member::answer(const std::vector<Matcher> &filter, CancelToken cancel)
{
    const Reply<std::shared_ptr<MemberAnswer>> reply;
    m_askedAt = m_deps.clock.monotonic();
    const auto finish = [this, reply, askedAt = m_askedAt](const std::shared_ptr<MemberAnswer> &answer) {
        noteAnswer(*answer, askedAt);
        reply.finish(answer);
    };
    then(alerts(filter, cancel), this,
        [this, finish, cancel, isAll = filter.empty(), listed = silences(cancel)](const Result<Listing<Alert>> &alerts) {
            auto answer = std::make_shared<MemberAnswer>(MemberAnswer {alerts, Listing<Silence> {}, std::nullopt});
            then(listed, this, [this, finish, cancel, answer, isAll](const Result<Listing<Silence>> &silences) {
                answer->silences = silences;
                if (!answer->isWhole() || m_settings.settling <= Millis(0)) {
                    finish(answer);
                    return;
                }
                // Asked after the lists: a restart between the two shows.
                then(status(cancel), this, [this, finish, answer, isAll](const Result<MemberProbe> &status) {
                    judge(*answer, status);
                    if (status && isAll) {
                        noteTwins(*answer, *status);
                    }
                    finish(answer);
                });
            });
        });
    return reply.future();
}

Async<MemberProbe> Member::status(CancelToken cancel)
{
    const Reply<MemberProbe> reply;
    then(m_deps.http.send(m_settings.http, statusRequest(root()), cancel), this, [reply](const Result<HttpResponse> &answer) {
        const auto good = checkedReply(answer, Json);
        const auto status = good.and_then([](const HttpResponse &response) { return parseStatus(response.body); });
        if (!status) {
            reply.finish(tl::unexpected(status.error()));
            return;
        }
        reply.finish(MemberProbe {*status, good->elapsed, good->clockSkew, dateOf(*good)});
    });
    return reply.future();
}

Async<Listing<Alert>> Member::alerts(const std::vector<Matcher> &filter, CancelToken cancel)
{
    return read<Listing<Alert>>(
        alertsRequest(root(), filter), cancel, [source = m_settings.source](QByteArrayView body) { return parseAlerts(body, source); });
}

Async<Listing<Silence>> Member::silences(CancelToken cancel)
{
    return read<Listing<Silence>>(
        silencesRequest(root()), cancel, [source = m_settings.source](QByteArrayView body) { return parseSilences(body, source); });
}

Async<Silence> Member::silence(const QString &id, CancelToken cancel)
{
    return read<Silence>(
        silenceRequest(root(), id), cancel, [source = m_settings.source](QByteArrayView body) { return parseSilence(body, source); });
}

Async<QString> Member::post(const SilenceDraft &draft, CancelToken cancel)
{
    const Reply<QString> reply;
    then(m_deps.http.send(m_settings.http, postSilenceRequest(root(), draft), cancel), this, [reply](const Result<HttpResponse> &answer) {
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
    then(m_deps.http.send(m_settings.http, expireSilenceRequest(root(), id), cancel), this, [reply](const Result<HttpResponse> &answer) {
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
