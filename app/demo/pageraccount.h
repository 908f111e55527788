#pragma once

#include "app/core/time.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace quarterdeck::demo {

/// Somebody of the company, as PagerDuty knows them.
struct PagerPerson {
    QString id;
    QString name;
    QString email;
};

/// A line of the log of an incident.
struct PagerEvent {
    QString type; ///< "snooze_log_entry"
    UtcTime at;
    QString by;            ///< Id of a person; empty: the service itself.
    QStringList people {}; ///< Ids: who was called, or who has it from then on.
    QString text {};       ///< What a note says, or how somebody was called: "push".
    UtcTime until {};      ///< Of a snooze.
};

/// What somebody wrote beside an incident.
struct PagerNote {
    QString by;
    QString content;
    UtcTime at;
};

/// Who has taken an incident, and when.
struct PagerAcknowledgement {
    QString by;
    UtcTime at;
};

/// A call for help.
struct PagerCall {
    QString by;
    QString message;
    QStringList people; ///< Ids.
    UtcTime at;
    QStringList calledOff {}; ///< Of the people.
};

/// What opens an incident.
struct PagerTrigger {
    QString title;
    QString service;
    QString team;
    QString severity; ///< critical, error, warning or info; empty: a person opened it.
    QString urgency;  ///< high or low
    QString key;      ///< The name that other systems have for it.
    QString description;
    QString runbook;  ///< A URL, or empty.
    QString assignee; ///< Id.
    UtcTime at;
};

/// An incident and all that was done to it.
struct PagerIncident {
    QString id;
    int number = 0;
    PagerTrigger trigger;
    QString status; ///< triggered, acknowledged or resolved
    UtcTime updatedAt;
    UtcTime changedAt;  ///< The status.
    UtcTime quietUntil; ///< A snooze ends then; invalid: none is in effect.
    QStringList assignees;
    QString priority;   ///< Id; empty: none.
    QString mergedInto; ///< Id.
    int level = 1;      ///< Of the escalation policy.
    std::vector<PagerAcknowledgement> acknowledgements;
    std::vector<PagerEvent> log; ///< Oldest first.
    std::vector<PagerNote> notes;
    std::vector<PagerCall> calls;
};

/// A time in which services open no incidents.
struct PagerWindow {
    QString id;
    QString description;
    QStringList services; ///< Names.
    QString by;           ///< Id.
    UtcTime from;
    UtcTime to;
};

/// Something that was changed at a service.
struct PagerChangeEvent {
    QString summary;
    QString service; ///< Name.
    QString source;  ///< What told of it.
    UtcTime at;
};

/// How PagerDuty says no: HTTP status, its own code and its words. Status 0: it says yes.
struct PagerNo {
    int status = 0;
    int code = 0;
    QString message {};
};

/// A change of an incident as PUT takes it; what is empty or 0 stays.
struct PagerChange {
    QString status {};
    QString resolution {}; ///< Becomes a note.
    QStringList assignees {};
    QString priority {};
    int level = 0;
};

/// The company's account of a simulated PagerDuty. Times are whole seconds. An acknowledgement lasts until it is taken back; a snooze ends
/// by itself. As with the real one, a status given to a resolved incident opens it again. Thread: one at a time.
class PagerAccount {
public:
    static const std::vector<PagerPerson> &people();
    /// Ids of priorities, the most severe first; their names are P1 to P4.
    static const QStringList &priorities();
    /// How many levels each escalation policy has.
    static constexpr int Levels = 3;
    /// By id or e-mail address; null where there is nobody.
    static const PagerPerson *person(const QString &idOrEmail);

    /// Opens an incident and returns its id.
    QString open(PagerTrigger trigger);
    /// Ends the snoozes that are over.
    void tick(UtcTime now);

    /// Null where there is none of this id.
    const PagerIncident *find(const QString &id) const;
    /// By number, the oldest first.
    const std::vector<PagerIncident> &incidents() const { return m_incidents; }

    // `id` exists, and `by` is somebody, or empty for the service itself.
    /// Changes what a PUT names: status, people, level, priority.
    PagerNo change(const QString &id, const PagerChange &change, const QString &by, UtcTime now);
    /// Keeps an acknowledged one quiet for a while.
    PagerNo snooze(const QString &id, Millis span, const QString &by, UtcTime now);
    /// Makes the sources part of the target; they are resolved.
    PagerNo merge(const QString &target, const QStringList &sources, const QString &by, UtcTime now);
    /// Asks people for help.
    PagerNo call(const QString &id, PagerCall call);
    /// Calls people off who were asked for help.
    void callOff(const QString &id, const QStringList &people);
    /// Adds a note.
    PagerNo note(const QString &id, const QString &content, const QString &by, UtcTime now);

    /// Opens a maintenance window and returns it; its start and end are cut to seconds.
    const PagerWindow &openWindow(PagerWindow window);
    /// Ends one that is under way or to come; false where there is none.
    bool endWindow(const QString &id, UtcTime now);
    const std::vector<PagerWindow> &windows() const { return m_windows; }
    /// Notes that something was changed, later than all before.
    void noteChange(PagerChangeEvent change) { m_changes.push_back(std::move(change)); }
    const std::vector<PagerChangeEvent> &changes() const { return m_changes; }

private:
    PagerIncident &at(const QString &id);
    static void setStatus(PagerIncident &incident, const QString &status, const QString &by, UtcTime now);

    std::vector<PagerIncident> m_incidents;
    std::vector<PagerWindow> m_windows;
    std::vector<PagerChangeEvent> m_changes;
};

} // namespace quarterdeck::demo
