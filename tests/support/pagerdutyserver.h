#pragma once

#include "tests/support/pagerdutyaccount.h"
#include "tests/support/scriptedserver.h"

#include <functional>
#include <mutex>
#include <optional>

namespace quarterdeck {

/// The REST API of PagerDuty over one account, on loopback. Keys: "user-key" is Ana's (PANA001), "account-key" nobody's, "read-key" nobody's
/// that may only read, all as "Token token=<key>"; "oauth" is Ana's as a bearer. Thread: any.
class PagerdutyServer {
public:
    /// In place of what it would do or has done; nothing: as usual. May change the account.
    using Instead = std::function<std::optional<ScriptedReply>(const ScriptedRequest &, PagerdutyAccount &)>;

    PagerdutyServer();

    QUrl url() const { return m_server.url(QString()); }
    std::vector<ScriptedRequest> requests() const { return m_server.requests(); }
    /// How many of these came: "PUT /incidents/X".
    int count(const QByteArray &methodAndPath) const;
    QByteArray rawBytes() const { return m_server.rawBytes(); }

    /// What it answers to a request that came another way: through a gateway of the test.
    ScriptedReply answer(const ScriptedRequest &request);

    /// Looks at the account or changes it, between two requests.
    template <class F> auto with(F fn)
    {
        const std::lock_guard lock(m_mutex);
        return fn(m_account);
    }
    /// Asked before a request is carried out.
    void before(Instead instead);
    /// Asked after a request was carried out, before it is answered.
    void after(Instead instead);

    /// An error in the shape of v2.
    static ScriptedReply no(int status, int code, const QString &message, const QStringList &errors = {});

private:
    struct Call;

    ScriptedReply carryOut(const ScriptedRequest &request);
    ScriptedReply list(const Call &call) const;
    ScriptedReply listOnCalls(const Call &call) const;
    ScriptedReply listLog(const Call &call) const;
    ScriptedReply listChanges(const Call &call) const;
    ScriptedReply read(const Call &call) const;
    ScriptedReply write(const Call &call);
    ScriptedReply updateMany(const Call &call);
    ScriptedReply writeWindow(const Call &call);

    mutable std::mutex m_mutex;
    PagerdutyAccount m_account;
    Instead m_before;
    Instead m_after;
    ScriptedServer m_server; ///< The last: its thread uses all the others.
};

} // namespace quarterdeck
