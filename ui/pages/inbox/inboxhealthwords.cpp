#include "ui/pages/inbox/inboxwords.h"

#include "app/core/text.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/errorwords.h"
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
    const QString name = text::plain(status.id, 60);
    const UtcTime since = status.lastOkAt.isValid() ? status.lastOkAt : status.since;
    const QString at = since.isValid() ? moment(since, now, time) : QString();
    switch (status.freshness) {
    case Freshness::Live:
        if (status.liveMembers >= status.members && status.error && status.error->kind != ErrorKind::Settling) {
            return tell(QT_TRANSLATE_NOOP("Inbox", "%1 answers, but its list may be incomplete")).arg(name);
        }
        if (status.liveMembers >= status.members) {
            return tell(QT_TRANSLATE_NOOP("Inbox", "%1 restarted recently and may not list every alert yet")).arg(name);
        }
        return tell(QT_TRANSLATE_NOOP("Inbox", "%1: only %2 of %3 members reachable")).arg(name).arg(status.liveMembers).arg(status.members);
    case Freshness::NeedsSignIn:
        return status.lastOkAt.isValid() ? tell(QT_TRANSLATE_NOOP("Inbox", "%1 needs sign-in; no data since %2")).arg(name, at)
                                         : tell(QT_TRANSLATE_NOOP("Inbox", "%1 needs sign-in; no data yet")).arg(name);
    case Freshness::Misconfigured:
        return tell(QT_TRANSLATE_NOOP("Inbox", "%1 is misconfigured")).arg(name);
    case Freshness::NeverSeen:
        return tell(QT_TRANSLATE_NOOP("Inbox", "%1 has not been polled yet")).arg(name);
    case Freshness::Stale:
        if (status.liveMembers > 0 && status.error) {
            return tell(QT_TRANSLATE_NOOP("Inbox", "%1 returned an incomplete answer")).arg(name);
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
    for (const HoldKind kind : {HoldKind::Silence, HoldKind::Downtime, HoldKind::Inhibition, HoldKind::TimeInterval, HoldKind::Unexplained}) {
        if (name.section(u':', 1) == holdKindName(kind)) {
            return quietWord(kind);
        }
    }
    return text::plain(name, 2000);
}

} // namespace

QString sourceProblem(const SourceStatus &status, UtcTime now, const TimeControl &time)
{
    QString sentence = finding(status, now, time);
    if (const QString why = status.error ? errorWords(*status.error) : QString(); !why.isEmpty()) {
        sentence = phrases::pair(sentence, why);
    }
    return phrases::stopped(sentence);
}

Emptiness emptiness(const Clearance &clearance, const QString &context, UtcTime now, const TimeControl &time)
{
    using Kind = Clearance::Kind;
    switch (clearance.kind) {
    case Kind::Loading:
        return {QString(), tell(QT_TRANSLATE_NOOP("Inbox", "Loading alerts…")), {}, {}};
    case Kind::Unreadable:
        return {QStringLiteral("warning"),
            tell(QT_TRANSLATE_NOOP("Inbox", "Stored alerts cannot be read, so the current state is unknown. This is not an all-clear.")), {},
            tell(QT_TRANSLATE_NOOP("Inbox", "Try again"))};
    case Kind::Alerts:
        return {};
    case Kind::Filtered:
        return {QStringLiteral("search"), tell(QT_TRANSLATE_NOOP("Inbox", "No alerts match this filter.")), {},
            tell(QT_TRANSLATE_NOOP("Inbox", "Clear filter"))};
    case Kind::NoSources:
        return {QStringLiteral("plug"),
            context.isEmpty() ? tell(QT_TRANSLATE_NOOP("Inbox", "No alert source connected: the current state is unknown."))
                              : tell(QT_TRANSLATE_NOOP("Inbox", "The context %1 has no source: the current state is unknown.")).arg(shown(context)),
            tell(QT_TRANSLATE_NOOP("Inbox", "Connect an alert source in Settings, such as Alertmanager or PagerDuty.")),
            tell(QT_TRANSLATE_NOOP("Inbox", "Open settings"))};
    case Kind::NoneTells:
        return {QStringLiteral("warning"),
            context.isEmpty()
                ? tell(QT_TRANSLATE_NOOP("Inbox", "No alert source connected: the current state is unknown. This is not an all-clear."))
                : tell(QT_TRANSLATE_NOOP("Inbox", "The context %1 has no alert source: the current state is unknown. This is not an all-clear."))
                      .arg(shown(context)),
            tell(QT_TRANSLATE_NOOP("Inbox", "Connect an alert source in Settings, such as Alertmanager or PagerDuty.")),
            tell(QT_TRANSLATE_NOOP("Inbox", "Open settings"))};
    case Kind::NotAllClear: {
        if (clearance.notLive.empty()) {
            return {QStringLiteral("warning"), tell(QT_TRANSLATE_NOOP("Inbox", "No alerts known. Updates are paused: this is not an all-clear.")), {},
                {}};
        }
        // What is left out of the configuration is named above the page already.
        std::vector<SourceStatus> notLive = clearance.notLive;
        const auto leftOut = std::erase_if(notLive, isLeftOut);
        QStringList findings;
        for (std::size_t i = 0; i < notLive.size() && i < 3; ++i) {
            findings << finding(notLive[i], now, time);
        }
        if (notLive.size() > 3) {
            findings << tell(QT_TRANSLATE_N_NOOP("Inbox", "%n more source(s) not up to date"), int(notLive.size()) - 3);
        }
        if (leftOut > 0) {
            findings << tell(QT_TRANSLATE_NOOP("Inbox", "Ignored parts of the configuration are not watched"));
        }
        return {QStringLiteral("warning"),
            tell(QT_TRANSLATE_NOOP("Inbox", "No alerts known. %1: this is not an all-clear.")).arg(phrases::clauses(findings)), {},
            tell(QT_TRANSLATE_NOOP("Inbox", "Refresh"))};
    }
    case Kind::AllClear:
        return {QStringLiteral("check"), tell(QT_TRANSLATE_NOOP("Inbox", "All clear: no alerts, and every source is up to date.")), {}, {}};
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
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Requested"));
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
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Reported by the source"));
        break;
    case HistoryEvent::Kind::Change:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Changed at its service"));
        break;
    case HistoryEvent::Kind::Unread:
        what = tell(QT_TRANSLATE_NOOP("Inbox", "Later entries of the source have not been read yet"));
        break;
    case HistoryEvent::Kind::Note:
    case HistoryEvent::Kind::SourceNote:
        break;
    }
    return joined(said.isEmpty() ? what : phrases::pair(what, said), who);
}

} // namespace quarterdeck::inboxwords
