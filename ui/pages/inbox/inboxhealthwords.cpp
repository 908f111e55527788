#include "ui/pages/inbox/inboxwords.h"

#include "app/core/text.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/outboxreason.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/severitymark.h"
#include "ui/widgets/verbwords.h"

#include <QCoreApplication>

// What the inbox says of sources, of an empty list and of what happened.
namespace quarterdeck::inboxwords {

namespace {

QString tell(const char *words, int n = -1)
{
    return QCoreApplication::translate("Inbox", words, nullptr, n);
}

QString shown(const QString &foreign)
{
    return text::plain(foreign, 300);
}

// "am-eu has not answered since 14:31"
QString finding(const SourceStatus &status, UtcTime now, const TimeControl &time)
{
    const QString name = shown(status.id);
    const UtcTime since = status.lastOkAt.isValid() ? status.lastOkAt : status.since;
    const QString at = since.isValid() ? moment(since, now, time) : QString();
    switch (status.freshness) {
    case Freshness::Live:
        if (status.liveMembers >= status.members && status.error && status.error->kind != ErrorKind::Settling) {
            return tell(QT_TRANSLATE_NOOP("Inbox", "%1 answers, but may not tell everything")).arg(name);
        }
        if (status.liveMembers >= status.members) {
            return tell(QT_TRANSLATE_NOOP("Inbox", "%1 was started lately and may not have heard of every alert")).arg(name);
        }
        return tell(QT_TRANSLATE_NOOP("Inbox", "%1: only %2 of %3 members answer")).arg(name).arg(status.liveMembers).arg(status.members);
    case Freshness::NeedsSignIn:
        return status.lastOkAt.isValid() ? tell(QT_TRANSLATE_NOOP("Inbox", "%1 needs sign-in and has told nothing since %2")).arg(name, at)
                                         : tell(QT_TRANSLATE_NOOP("Inbox", "%1 needs sign-in and has told nothing yet")).arg(name);
    case Freshness::Misconfigured:
        return tell(QT_TRANSLATE_NOOP("Inbox", "%1 is not set up right")).arg(name);
    case Freshness::NeverSeen:
        return tell(QT_TRANSLATE_NOOP("Inbox", "%1 has not been asked yet")).arg(name);
    case Freshness::Stale:
        if (status.liveMembers > 0 && status.error) {
            return tell(QT_TRANSLATE_NOOP("Inbox", "%1 answered, but not completely")).arg(name);
        }
        break;
    case Freshness::Unreachable:
        break;
    }
    return status.lastOkAt.isValid() ? tell(QT_TRANSLATE_NOOP("Inbox", "%1 has not answered since %2")).arg(name, at)
                                     : tell(QT_TRANSLATE_NOOP("Inbox", "%1 has never answered")).arg(name);
}

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + QStringLiteral(" · ") + second;
}

// The store keeps stable names of states; a person reads words.
QString stateInWords(const QString &name)
{
    for (const AlertState state :
        {AlertState::Triggered, AlertState::Acknowledged, AlertState::Snoozed, AlertState::Suppressed, AlertState::Resolved}) {
        if (name == alertStateName(state)) {
            return alertStateWord(state);
        }
    }
    // "suppressed:inhibition"
    for (const QuietKind kind : {QuietKind::Silence, QuietKind::Inhibition, QuietKind::TimeInterval, QuietKind::Unexplained}) {
        if (name.section(u':', 1) == quietKindName(kind)) {
            return quietWord(kind);
        }
    }
    return text::plain(name, 2000);
}

} // namespace

QString sourceProblem(const SourceStatus &status, UtcTime now, const TimeControl &time)
{
    QString sentence = finding(status, now, time);
    if (status.error && !status.error->what.isEmpty()) {
        sentence = phrases::pair(sentence, shown(status.error->what));
    }
    return phrases::stopped(sentence);
}

Emptiness emptiness(const Clearance &clearance, UtcTime now, const TimeControl &time)
{
    using Kind = Clearance::Kind;
    switch (clearance.kind) {
    case Kind::Loading:
        return {QString(), tell(QT_TRANSLATE_NOOP("Inbox", "Reading what is known…")), {}, {}};
    case Kind::Unreadable:
        return {QStringLiteral("warning"),
            tell(QT_TRANSLATE_NOOP("Inbox", "The stored alerts cannot be read: nothing is known. This is not an all-clear.")), {},
            tell(QT_TRANSLATE_NOOP("Inbox", "Try again"))};
    case Kind::Alerts:
        return {};
    case Kind::Filtered:
        return {QStringLiteral("search"), tell(QT_TRANSLATE_NOOP("Inbox", "No alert passes this filter.")), {},
            tell(QT_TRANSLATE_NOOP("Inbox", "Clear the filter"))};
    case Kind::NoSources:
        return {QStringLiteral("plug"), tell(QT_TRANSLATE_NOOP("Inbox", "No source of alerts is connected, so nothing can be known.")),
            tell(QT_TRANSLATE_NOOP("Inbox", "Connect a source of alerts in the settings, such as an Alertmanager or PagerDuty.")),
            tell(QT_TRANSLATE_NOOP("Inbox", "Open the settings"))};
    case Kind::NoneTells:
        return {QStringLiteral("warning"),
            tell(QT_TRANSLATE_NOOP("Inbox", "No source of alerts is connected, so nothing can be known. This is not an all-clear.")),
            tell(QT_TRANSLATE_NOOP("Inbox", "Connect a source of alerts in the settings, such as an Alertmanager or PagerDuty.")),
            tell(QT_TRANSLATE_NOOP("Inbox", "Open the settings"))};
    case Kind::NotAllClear: {
        if (clearance.notLive.empty()) {
            return {QStringLiteral("warning"), tell(QT_TRANSLATE_NOOP("Inbox", "No alerts known. Updates are paused: this is not an all-clear.")), {},
                {}};
        }
        QStringList findings;
        for (std::size_t i = 0; i < clearance.notLive.size() && i < 3; ++i) {
            findings << finding(clearance.notLive[i], now, time);
        }
        if (clearance.notLive.size() > 3) {
            findings << tell(QT_TRANSLATE_N_NOOP("Inbox", "%n more source(s) are not live"), int(clearance.notLive.size()) - 3);
        }
        return {QStringLiteral("warning"),
            tell(QT_TRANSLATE_NOOP("Inbox", "No alerts known. %1: this is not an all-clear.")).arg(phrases::clauses(findings)), {},
            tell(QT_TRANSLATE_NOOP("Inbox", "Ask again now"))};
    }
    case Kind::AllClear:
        return {QStringLiteral("check"), tell(QT_TRANSLATE_NOOP("Inbox", "All clear: every source is live and knows of no alert.")), {}, {}};
    }
    return {};
}

QString reason(const Reason &why, const TimeControl &time)
{
    return outboxReason(why, [&time](UtcTime at) { return time.exactText(at); });
}

QString event(const TimelineEvent &event, const TimeControl &time)
{
    const QString who = shown(event.who);
    const bool isState = event.kind == TimelineEvent::Kind::History && event.history == HistoryEvent::Kind::StateChanged;
    const QString told = isState ? stateInWords(event.text) : text::plain(event.text.isEmpty() ? reason(event.reason, time) : event.text, 2000);
    const bool isOfAction = event.kind == TimelineEvent::Kind::History && event.verb;
    const QString said = isOfAction ? joined(verbwords::noun(*event.verb), told) : told;
    QString what;
    const bool isNote = event.kind == TimelineEvent::Kind::History && event.history == HistoryEvent::Kind::SourceNote;
    if (event.kind == TimelineEvent::Kind::Note || isNote) {
        return tell(QT_TRANSLATE_NOOP("Inbox", "%1: “%2”")).arg(who.isEmpty() ? tell(QT_TRANSLATE_NOOP("Inbox", "Note")) : who, said);
    }
    if (event.kind == TimelineEvent::Kind::Outbox) {
        return joined(phrases::pair(verbwords::noun(event.verb.value_or(Verb::Acknowledge)), outboxState(event.state)), said);
    }
    switch (event.history) {
    case HistoryEvent::Kind::Fired:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Fired"));
        break;
    case HistoryEvent::Kind::Refired:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Fired again"));
        break;
    case HistoryEvent::Kind::Resolved:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Resolved"));
        break;
    case HistoryEvent::Kind::StateChanged:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Now"));
        break;
    case HistoryEvent::Kind::ActionQueued:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Asked for"));
        break;
    case HistoryEvent::Kind::ActionConfirmed:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Confirmed by the source"));
        break;
    case HistoryEvent::Kind::ActionFailed:
        // What a person took back, or wished anew, has not failed; the reason says which.
        if (event.reason.code == ReasonCode::TakenBack || event.reason.code == ReasonCode::SentAgain) {
            return joined(said, who);
        }
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Failed"));
        break;
    case HistoryEvent::Kind::RunbookOpened:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Runbook opened"));
        break;
    case HistoryEvent::Kind::Acknowledged:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Acknowledged"));
        break;
    case HistoryEvent::Kind::Unacknowledged:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "No longer acknowledged"));
        break;
    case HistoryEvent::Kind::Snoozed: {
        const auto until = parseRfc3339(event.text);
        what = until ? tell(QT_TRANSLATE_NOOP("Inbox", "Snoozed until %1")).arg(time.exactText(*until)) : tell(QT_TRANSLATE_NOOP("Inbox", "Snoozed"));
        return joined(what, who);
    }
    case HistoryEvent::Kind::Assigned:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Assigned"));
        break;
    case HistoryEvent::Kind::Escalated:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Escalated"));
        break;
    case HistoryEvent::Kind::Notified:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Notified"));
        break;
    case HistoryEvent::Kind::Told:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Told by the source"));
        break;
    case HistoryEvent::Kind::Unread:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "What the source tells from here on has not been read yet"));
        break;
    case HistoryEvent::Kind::Note:
    case HistoryEvent::Kind::SourceNote:
        break;
    }
    return joined(said.isEmpty() ? what : phrases::pair(what, said), who);
}

} // namespace quarterdeck::inboxwords
