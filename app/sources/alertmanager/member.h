#pragma once

#include "app/core/clock.h"
#include "app/net/parsed.h"
#include "app/sources/alertmanager/merge.h"
#include "app/sources/alertmanager/mutebook.h"
#include "app/sources/alertmanager/requests.h"
#include "app/sources/alertmanager/startwatch.h"
#include "app/sources/alertmanager/twinwatch.h"
#include "app/sources/alertmanager/writeanswer.h"
#include "app/sources/api/connector.h"

#include <QObject>

namespace quarterdeck::alertmanager {

/// What a member's status says, with what the exchange itself showed.
struct MemberProbe {
    MemberStatus status;
    Millis latency {0};
    Millis clockSkew {0};
    std::optional<UtcTime> itsNow; ///< Its clock, by the Date header.
};

/// How one Alertmanager is asked.
struct MemberSettings {
    HttpConfig http;
    QUrl root;
    SourceId source;
    Millis settling {0};   ///< How long after its start it may not have heard again of what was known before; 0: it is never asked for its start.
    bool hasPeers = false; ///< There are other members to turn to while it hangs.
};

/// One Alertmanager of a cluster. Thread: io.
class Member : public QObject {
public:
    Member(const SourceDeps &deps, MemberSettings settings);

    const QUrl &root() const { return m_settings.root; }
    /// Host and port, for messages.
    QString name() const;
    /// What it is known by in a database: a digest of its address.
    QString token() const;
    /// Server minus us, as of its last answer; 0 below two seconds, which is all that a Date header can tell.
    Millis clockSkew() const { return m_clockSkew; }

    /// Which servers have answered by its address.
    TwinWatch &twins() { return m_twins; }
    /// What it says to a poll: both lists, since when it has been running, where that is not long, and without a filter what is muted.
    /// Never an error.
    Async<std::shared_ptr<MemberAnswer>> answer(const std::vector<Matcher> &filter, CancelToken cancel);
    /// How long its last whole answer took; 0 before the first.
    Millis lastTook() const { return m_lastTook; }
    /// Its answer is not waited for any longer. It hangs until that has come or failed after all; so does one that owes an answer to a write.
    void giveUpWaiting() { m_isHanging = true; }
    bool isHanging() const { return m_isHanging || (m_settings.hasPeers && m_hangingWrites > 0); }
    /// Its last write came to no answer: another member is better asked to write first.
    bool hasLostWrite() const { return m_hasLostWrite; }
    /// Since when it owes an answer.
    Millis hangsFor() const { return m_deps.clock.monotonic() - m_askedAt; }
    /// Parts of an answer have come within this time: it is slow, but it does not hang.
    bool isHeardWithin(Millis span) const { return *m_heardAt > Millis(0) && m_deps.clock.monotonic() - *m_heardAt < span; }
    /// Version and reachability: GET /status.
    Async<MemberProbe> status(CancelToken cancel);
    /// The alerts that match, by GET /alerts; complete only when the whole body was understood.
    Async<Listing<Alert>> alerts(const std::vector<Matcher> &filter, CancelToken cancel);
    /// Every silence the member still knows, expired ones included: GET /silences.
    Async<Listing<Silence>> silences(CancelToken cancel);
    /// What its time intervals mute: GET /alerts/groups.
    Async<Mutes> mutes(CancelToken cancel);
    /// One silence: GET /silence/{id}. Errors: NotFound.
    Async<Silence> silence(const QString &id, CancelToken cancel);
    /// Posts a silence and yields its id. Errors: those of checkedWrite(); Sent::Maybe also where a good answer names no silence.
    Async<QString> post(const SilenceDraft &draft, CancelToken cancel);
    /// Errors: those of checkedWrite().
    Async<Done> expire(const QString &id, CancelToken cancel);

private:
    template <class T, class F> Async<T> read(HttpRequest request, CancelToken cancel, F parse);
    Async<HttpResponse> write(HttpRequest request, CancelToken cancel);
    void judge(MemberAnswer &answer, const Result<MemberProbe> &status);
    void noteTwins(MemberAnswer &answer, const MemberProbe &status);
    void takeSilences(MemberAnswer &answer, Result<Listing<Silence>> silences);

    SourceDeps m_deps;
    MemberSettings m_settings;
    StartWatch m_starts;
    TwinWatch m_twins;
    Millis m_clockSkew {0};
    Millis m_askedAt {0};
    Millis m_lastTook {0};
    bool m_isHanging = false;
    std::shared_ptr<Millis> m_heardAt = std::make_shared<Millis>(0);
    std::optional<MemberStatus> m_told; ///< As of its last status.
    MuteBook m_mutes;
    std::vector<Silence> m_silences; ///< As of m_silencesAt.
    UtcTime m_silencesAt;
    int m_hangingWrites = 0;
    bool m_hasLostWrite = false;
};

/// Like requireOk() for JSON, with the words of Alertmanager's three shapes of error body.
Result<HttpResponse> checkedReply(const Result<HttpResponse> &reply, QByteArrayView expected);

} // namespace quarterdeck::alertmanager
