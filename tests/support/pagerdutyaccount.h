#pragma once

#include "app/core/time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <vector>

namespace quarterdeck {

/// What an account of PagerDuty knows and does, as its document and its users say: acknowledgements that time out, a status that opens
/// what was resolved, notes that may be there twice. JSON as served. Thread: one at a time.
class PagerdutyAccount {
public:
    /// A no: status, PagerDuty's code, its words and what is wrong in particular. Status 0: none.
    struct No {
        int status = 0;
        int code = 0;
        QString message {};
        QStringList errors {};
    };

    /// One who is on call. Empty times: since ever, for ever.
    struct OnCall {
        QString user;
        int level = 1;
        UtcTime from {};
        UtcTime to {};
        QString schedule {};       ///< Name; empty: the policy names the person.
        bool isShiftBased = false; ///< The schedule is one of the new generation.
        QString policy = QStringLiteral("PESC001");
    };

    PagerdutyAccount();

    /// Opens an incident and returns its id. `more` replaces fields as they are served.
    QString open(const QString &title, const QString &service = QStringLiteral("Mail"), const QJsonObject &more = {});
    /// Its clock runs ahead of the machine's by so much more.
    void advance(Millis span) { m_ahead += span; }
    UtcTime now() const;
    /// Ends what is over by now.
    void tick();

    bool has(const QString &id) const { return m_incidents.contains(id); }
    /// As GET of one serves it; `full`: with what opened it.
    QJsonObject incident(const QString &id, bool full = false) const;
    /// By number, from the first on, those of these statuses that began since.
    std::vector<QString> ids(const QStringList &statuses, UtcTime since) const;
    QJsonArray notes(const QString &id) const { return m_notes.value(id); }
    /// The log of one incident, the newest first.
    QJsonArray log(const QString &id) const { return served(m_log.value(id), false); }
    /// The log of all incidents within [since, until), the newest first; `full`: with the channels.
    QJsonArray accountLog(UtcTime since, UtcTime until, bool full) const;
    QJsonArray users(const QString &query) const;
    QJsonArray priorities() const;
    /// Who is on call within [since, until]; `full`: with the user in whole.
    QJsonArray onCalls(UtcTime since, UtcTime until, bool full) const;
    /// The escalation policies by name, with what they page for.
    QJsonArray policies() const;
    /// The one with this id or e-mail address; empty where there is none.
    QJsonObject user(const QString &idOrEmail) const;

    /// An incident as PUT takes it.
    No update(const QString &id, const QJsonObject &change, const QString &by);
    No snooze(const QString &id, qint64 seconds, const QString &by);
    QJsonObject addNote(const QString &id, const QString &content, const QString &by);
    No merge(const QString &target, const QStringList &sources, const QString &by);
    No ask(const QString &id, const QJsonObject &request);
    /// Calls people off; what came of it, one each.
    QJsonArray callOff(const QString &id, const QJsonObject &request);
    /// One who was asked for help says yes or no: "joined", "declined".
    void answerCall(const QString &id, const QString &userId, const QString &state);
    /// Calls somebody; `way` as "sms".
    void notify(const QString &id, const QString &user, const QString &way);
    /// An entry of the log. Nobody: the service itself. `more` replaces fields as they are served.
    void record(const QString &id, const QString &type, const QString &by, const QJsonObject &more = {});

    /// What is under way or to come.
    QJsonArray windows() const;
    /// Opens a maintenance window, as POST takes it; empty where it cannot be.
    QJsonObject openWindow(const QJsonObject &window, const QString &by);
    /// Ends one, or takes one back that was to come; false where there is none.
    bool endWindow(const QString &id);
    /// Something was changed at a service.
    void changeAt(const QString &service, const QString &summary, UtcTime at);
    /// What was changed within [since, until], the newest first.
    QJsonArray changes(UtcTime since, UtcTime until) const;

    Millis ackTimeout {1'800'000}; ///< 0: acknowledgements do not end.
    int levels = 2;                ///< Of each escalation policy.
    bool includesUsers = true;     ///< In on-calls, where that is asked for. The document knows of references only.
    std::vector<OnCall> rota;      ///< As it is listed.
    /// Services by policy: id and name, as "PESC001 Mail people".
    QMap<QString, QStringList> paged {{QStringLiteral("PESC001 Mail people"), {QStringLiteral("Mail")}}};

private:
    void setStatus(const QString &id, const QString &status, const QString &by);
    static QJsonArray served(const QJsonArray &log, bool full);
    QJsonObject reference(const QString &userId) const;

    QMap<QString, QJsonObject> m_incidents;
    QMap<QString, QJsonArray> m_notes;
    QMap<QString, QJsonArray> m_log;
    std::vector<QJsonObject> m_users;
    QMap<QString, QJsonObject> m_windows;
    std::vector<QJsonObject> m_changes; ///< Oldest first.
    Millis m_ahead {0};
    int m_next = 1;
};

} // namespace quarterdeck
