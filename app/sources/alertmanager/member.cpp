#include "app/sources/alertmanager/member.h"

#include "app/core/asynctake.h"
#include "app/net/origin.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QTimer>

namespace quarterdeck::alertmanager {

namespace {

constexpr QByteArrayView Json("application/json");
// A write that has not been answered for so long says that its member hangs.
constexpr Millis WritePatience {1'500};
// A Date header counts whole seconds, so its clock is known to half of one.
constexpr Millis StartError {500};
constexpr qsizetype LongestFingerprint = 80;

/// The server's clock by its Date header.
std::optional<UtcTime> dateOf(const HttpResponse &response)
{
    // Sun, 06 Nov 1994 08:49:37 GMT
    const QString text = QString::fromLatin1(response.header("date"));
    const QDateTime date(QLocale::c().toDate(text.mid(5, 11), QStringLiteral("dd MMM yyyy")), QTime::fromString(text.mid(17, 8)), Qt::UTC);
    // It counts whole seconds: their middle is the best guess.
    return date.isValid() && text.endsWith(QLatin1StringView(" GMT")) ? std::optional(UtcTime {date.toMSecsSinceEpoch() + 500}) : std::nullopt;
}

/// The answer to a read, which is whole or an error.
Result<HttpResponse> checkedRead(const Result<HttpResponse> &reply)
{
    const auto checked = checkedReply(reply, Json);
    return checked ? requireWhole(checked) : checked;
}

/// The server answered, and the answer is that it cannot: another question to it may go well.
bool hasAnswered(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Server:
    case ErrorKind::BadPayload:
    case ErrorKind::NotFound:
    case ErrorKind::Forbidden:
    case ErrorKind::Rejected:
    case ErrorKind::Conflict:
        return true;
    default:
        return false;
    }
}

SilenceState stateAt(const Silence &silence, UtcTime now)
{
    return silence.state == SilenceState::Expired || silence.endsAt <= now ? SilenceState::Expired
        : silence.startsAt > now                                           ? SilenceState::Pending
                                                                           : SilenceState::Active;
}

/// "12:03" of this computer's zone.
QString clockText(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms).toString(QStringLiteral("HH:mm"));
}

std::optional<Error> contradiction(const QString &name, const QString &missing)
{
    if (missing.isEmpty()) {
        return std::nullopt;
    }
    return Error {ErrorKind::BadPayload,
        QStringLiteral("%1 contradicts itself: a group has the active alert %2, which its list of alerts lacks; none is treated as resolved")
            .arg(name, missing.left(LongestFingerprint)),
        QStringLiteral("fingerprint"), 0, std::nullopt};
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

Member::Member(const SourceDeps &deps, MemberSettings settings)
    : m_deps(deps)
    , m_settings(std::move(settings))
{
}

QString Member::name() const
{
    const int port = root().port();
    return port > 0 ? hostText(root()) + u':' + QString::number(port) : hostText(root());
}

QString Member::token() const
{
    return QString::fromLatin1(QCryptographicHash::hash(root().toEncoded(), QCryptographicHash::Blake2b_160).toHex());
}

template <class T, class F> Async<T> Member::read(HttpRequest request, CancelToken cancel, F parse)
{
    request.onProgress = [heardAt = m_heardAt, &clock = m_deps.clock] { *heardAt = clock.monotonic(); };
    const auto good = map(m_deps.http.send(m_settings.http, std::move(request), std::move(cancel)), this, [this](Result<HttpResponse> answer) {
        if (answer) {
            m_clockSkew = std::chrono::abs(answer->clockSkew) < Millis(2000) ? Millis(0) : answer->clockSkew;
        }
        return checkedRead(std::move(answer));
    });
    return parsed<T>(good, this, std::move(parse));
}

void Member::judge(MemberAnswer &answer, const Result<MemberProbe> &status)
{
    if (!status) {
        // A server or a proxy that answers without telling is taken at its word; one that could not be asked may be restarting.
        const Error &error = status.error();
        const bool isUnasked = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Tls;
        if (isUnasked || error.httpStatus >= 500) {
            answer.doubt = Error {ErrorKind::Settling,
                QStringLiteral("%1 does not report its status (%2), so it may have forgotten alerts in a restart; none is treated as resolved")
                    .arg(name(), error.what),
                {}, 0, std::nullopt};
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
        answer.doubt = Error {ErrorKind::Settling, QStringLiteral("%1 restarted just now").arg(name()), {}, 0, {}};
        return;
    }
    // What was listed since we know of this start was listed by this process, however inexact its age is.
    answer.heardSince = std::min(now - *ran + StartError, now - m_starts.seenFor());
    answer.note = Error {ErrorKind::Settling,
        QStringLiteral("%1 started %2 ago; alerts it does not list yet are kept until it has run for %3")
            .arg(name(), formatDuration(std::chrono::floor<std::chrono::seconds>(*ran)), formatDuration(m_settings.settling)),
        {}, 0, std::nullopt};
}

void Member::noteTwins(MemberAnswer &answer, const MemberProbe &status)
{
    const Millis now = m_deps.clock.monotonic();
    m_twins.heard(status.status.startedAt, now, m_deps.clock.now(), m_clockSkew);
    m_twins.complete(answer.alerts->items, now);
    if (m_twins.isBlind(now) && !answer.doubt) {
        answer.doubt = Error {ErrorKind::Server,
            QStringLiteral(
                "Two servers answer in turn behind the name %1, and only one of them was heard now: nothing is treated as resolved. Name each of "
                "them under urls")
                .arg(name()),
            {}, 0, std::nullopt};
    }
    if (m_twins.disagree(now)) {
        answer.remark = Error {ErrorKind::Server,
            QStringLiteral("Two servers answer behind the name %1 and do not list the same alerts: what either lists is shown until neither has for "
                           "%2. Name each of them under urls")
                .arg(name(), formatDuration(TwinWatch::Memory)),
            {}, 0, std::nullopt};
    }
}

void Member::takeSilences(MemberAnswer &answer, Result<Listing<Silence>> silences)
{
    const UtcTime now = m_deps.clock.now();
    if (silences) {
        m_silences = silences->items;
        m_silencesAt = now;
    }
    if (silences || !hasAnswered(silences.error())) {
        answer.silences = std::move(silences);
        return;
    }
    // One silence that the server itself cannot write out makes it refuse all of them: the last ones stay, and alerts count.
    Listing<Silence> old;
    old.items = m_silences;
    for (Silence &silence : old.items) {
        silence.state = stateAt(silence, now + m_clockSkew);
    }
    Error error = silences.error();
    const QString age = m_silencesAt.isValid() ? QStringLiteral(", as of ") + clockText(m_silencesAt) : QString();
    error.what = QStringLiteral("%1: silences could not be read%2: %3").arg(name(), age, error.what);
    old.problem = error;
    answer.silences = std::move(old);
    answer.hasOldSilences = true;
}

Async<std::shared_ptr<MemberAnswer>> Member::answer(const std::vector<Matcher> &filter, CancelToken cancel)
{
    const Reply<std::shared_ptr<MemberAnswer>> reply;
    m_askedAt = m_deps.clock.monotonic();
    const auto finish = [this, reply, askedAt = m_askedAt](const std::shared_ptr<MemberAnswer> &answer) {
        m_isHanging = false;
        if (answer->isWhole()) {
            m_lastTook = m_deps.clock.monotonic() - askedAt;
        }
        reply.finish(answer);
    };
    const bool wantsMutes = filter.empty();
    const std::optional<Async<Mutes>> early = wantsMutes && m_mutes.mayTell(m_told) ? std::optional(mutes(cancel)) : std::nullopt;
    const auto addMutes = [=, this](const std::shared_ptr<MemberAnswer> &answer) {
        if (!wantsMutes || !m_mutes.mayTell(m_told)) {
            finish(answer);
            return;
        }
        then(early ? *early : mutes(cancel), this, [this, finish, answer](const Result<Mutes> &mutes) {
            if (mutes && !answer->doubt) {
                answer->doubt = contradiction(name(), missingIn(answer->alerts->items, *mutes, m_deps.clock.now() + m_clockSkew));
            }
            answer->mutesNote = m_mutes.take(answer->alerts->items, mutes, m_told->version, m_deps.clock.monotonic());
            if (answer->mutesNote) {
                answer->mutesNote->what.prepend(name() + QStringLiteral(": "));
            }
            finish(answer);
        });
    };
    thenTake(alerts(filter, cancel), this, [=, this, listed = silences(cancel)](Result<Listing<Alert>> alerts) {
        auto answer = std::make_shared<MemberAnswer>(MemberAnswer {std::move(alerts), Listing<Silence> {}});
        thenTake(listed, this, [=, this](Result<Listing<Silence>> silences) {
            takeSilences(*answer, std::move(silences));
            answer->member = name();
            answer->clockSkew = m_clockSkew;
            if (!answer->isWhole()) {
                finish(answer);
                return;
            }
            if (m_settings.settling <= Millis(0)) {
                m_told = m_told.value_or(MemberStatus {});
                addMutes(answer);
                return;
            }
            // Asked after the lists: a restart between the two shows.
            then(status(cancel), this, [=, this](const Result<MemberProbe> &status) {
                m_told = status ? status->status : m_told.value_or(MemberStatus {});
                judge(*answer, status);
                if (status && wantsMutes) {
                    noteTwins(*answer, *status);
                }
                addMutes(answer);
            });
        });
    });
    return reply.future();
}

Async<MemberProbe> Member::status(CancelToken cancel)
{
    const auto sent = m_deps.http.send(m_settings.http, statusRequest(root()), std::move(cancel));
    return map(sent, this, [](const Result<HttpResponse> &answer) -> Result<MemberProbe> {
        const auto good = checkedRead(answer);
        const auto status = good.and_then([](const HttpResponse &response) { return parseStatus(response.body); });
        if (!status) {
            return tl::unexpected(status.error());
        }
        return MemberProbe {*status, good->elapsed, good->clockSkew, dateOf(*good)};
    });
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

Async<Mutes> Member::mutes(CancelToken cancel)
{
    return read<Mutes>(groupsRequest(root()), cancel, [](QByteArrayView body) { return parseMutes(body); });
}

Async<Silence> Member::silence(const QString &id, CancelToken cancel)
{
    return read<Silence>(
        silenceRequest(root(), id), cancel, [source = m_settings.source](QByteArrayView body) { return parseSilence(body, source); });
}

Async<HttpResponse> Member::write(HttpRequest request, CancelToken cancel)
{
    const auto sent = m_deps.http.send(m_settings.http, std::move(request), std::move(cancel));
    auto *patience = new QTimer(this);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, this, [this] { ++m_hangingWrites; });
    patience->start(WritePatience);
    then(sent, this, [this, patience](const Result<HttpResponse> &answer) {
        m_hasLostWrite = !answer && answer.error().sent == Sent::Maybe;
        m_hangingWrites -= patience->isActive() ? 0 : 1;
        delete patience;
    });
    return sent;
}

Async<QString> Member::post(const SilenceDraft &draft, CancelToken cancel)
{
    const Reply<QString> reply;
    then(write(postSilenceRequest(root(), draft), std::move(cancel)), this, [reply](const Result<HttpResponse> &answer) {
        const auto good = checkedWrite(answer, Json);
        if (!good) {
            reply.finish(tl::unexpected(good.error()));
            return;
        }
        auto id = parseSilenceId(good->body);
        if (!id) {
            // The status said yes, the body does not say to what.
            reply.finish(tl::unexpected(unknownOutcome(id.error().what, good->status)));
            return;
        }
        reply.finish(std::move(id));
    });
    return reply.future();
}

Async<Done> Member::expire(const QString &id, CancelToken cancel)
{
    const Reply<Done> reply;
    then(write(expireSilenceRequest(root(), id), std::move(cancel)), this, [reply](const Result<HttpResponse> &answer) {
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
