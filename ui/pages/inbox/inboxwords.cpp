#include "ui/pages/inbox/inboxwords.h"

#include "app/core/text.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/severitymark.h"
#include "ui/widgets/verbwords.h"

#include <QCoreApplication>

namespace quarterdeck::inboxwords {

namespace {

QString say(const char *words, int n = -1)
{
    return QCoreApplication::translate("Inbox", words, nullptr, n);
}

QString clean(const QString &foreign)
{
    return text::plain(foreign, 200);
}

QString stateWord(const Alert &alert)
{
    const std::optional<HoldKind> kind = quarterdeck::quietKind(alert);
    return kind ? inboxwords::quietWord(*kind) : alertStateWord(alert.state);
}

} // namespace

QString moment(UtcTime at, UtcTime now, const TimeControl &time)
{
    const QDateTime then = time.isUtc() ? toDateTime(at) : toDateTime(at).toLocalTime();
    const QDateTime today = time.isUtc() ? toDateTime(now) : toDateTime(now).toLocalTime();
    const qint64 days = std::abs(today.date().daysTo(then.date()));
    if (days == 0) {
        return time.clockText(at, false);
    }
    return days < 7 ? QLocale().toString(then, QStringLiteral("ddd HH:mm")) : phrases::day(then.date());
}

QString untilText(const QString &word, const QString &moment)
{
    return word + QStringLiteral(" → ") + moment;
}

QString state(const Alert &alert, UtcTime until, UtcTime now, const TimeControl &time)
{
    return until.isValid() && alert.isOpen() ? untilText(stateWord(alert), moment(until, now, time)) : stateWord(alert);
}

QString shortState(const Alert &alert, UtcTime until, UtcTime now, const TimeControl &time)
{
    if (!until.isValid() || !alert.isOpen()) {
        return stateWord(alert);
    }
    const QString word = alert.state == AlertState::Acknowledged ? say(QT_TRANSLATE_NOOP("Inbox", "Acked")) : stateWord(alert);
    const QString at = moment(until, now, time);
    const bool isWeekday = at.contains(u' ') && at.contains(u':');
    return untilText(word, isWeekday ? at.section(u' ', 0, 0) : at);
}

QString pendingBadge(Pending pending, Verb verb, UtcTime since, const TimeControl &time)
{
    const QString what = verbwords::badge(verb);
    const QString at = since.isValid() ? time.clockText(since, false) : QString();
    switch (pending) {
    case Pending::None:
        return {};
    case Pending::Queued:
        return at.isEmpty() ? say(QT_TRANSLATE_NOOP("Inbox", "%1 queued, not sent")).arg(what)
                            : say(QT_TRANSLATE_NOOP("Inbox", "%1 queued at %2, not sent")).arg(what, at);
    case Pending::Sending:
        return say(QT_TRANSLATE_NOOP("Inbox", "%1 being sent")).arg(what);
    case Pending::Unknown:
        return say(QT_TRANSLATE_NOOP("Inbox", "%1 sent, awaiting confirmation")).arg(what);
    case Pending::Conflict:
        return say(QT_TRANSLATE_NOOP("Inbox", "%1: conflict")).arg(what);
    }
    return {};
}

QString pendingWord(Pending pending)
{
    switch (pending) {
    case Pending::None:
        break;
    case Pending::Queued:
        return say(QT_TRANSLATE_NOOP("Inbox", "queued"));
    case Pending::Sending:
        return say(QT_TRANSLATE_NOOP("Inbox", "sending"));
    case Pending::Unknown:
        return say(QT_TRANSLATE_NOOP("Inbox", "unconfirmed"));
    case Pending::Conflict:
        return say(QT_TRANSLATE_NOOP("Inbox", "conflict"));
    }
    return {};
}

QString groupTitle(const AlertGroup &group)
{
    switch (group.kind) {
    case AlertGroup::Kind::Unowned:
        return say(QT_TRANSLATE_NOOP("Inbox", "No owner"));
    case AlertGroup::Kind::NoCluster:
        return say(QT_TRANSLATE_NOOP("Inbox", "No cluster"));
    case AlertGroup::Kind::Resolved:
        return say(QT_TRANSLATE_NOOP("Inbox", "Resolved in the last hour"));
    default:
        return group.name.isEmpty() ? say(QT_TRANSLATE_NOOP("Inbox", "(unnamed)")) : clean(group.name);
    }
}

QString groupSentence(const AlertGroup &group)
{
    QStringList parts;
    switch (group.kind) {
    case AlertGroup::Kind::Service:
        if (group.owner.isEmpty()) {
            parts << say(QT_TRANSLATE_NOOP("Inbox", "no known owner"));
        } else {
            parts << (group.isOwnerKnown ? clean(group.owner)
                                         : say(QT_TRANSLATE_NOOP("Inbox", "%1 (team not in any catalog)")).arg(clean(group.owner)));
        }
        break;
    case AlertGroup::Kind::Team:
        parts << say(QT_TRANSLATE_NOOP("Inbox", "alerts without a service label"));
        break;
    case AlertGroup::Kind::Unowned:
        parts << say(QT_TRANSLATE_N_NOOP("Inbox", "%n alert(s) without service or team"), group.count);
        break;
    default:
        break;
    }
    if (!group.tier.isEmpty()) {
        parts << say(QT_TRANSLATE_NOOP("Inbox", "tier %1")).arg(clean(group.tier));
    }
    if (group.isFolded && group.count > 1 && !group.commonTitle.isEmpty() && group.kind != AlertGroup::Kind::Alertname) {
        parts << say(QT_TRANSLATE_N_NOOP("Inbox", "collapsed: %2 on %n instance(s)"), group.count).arg(clean(group.commonTitle));
    }
    if (!group.dependents.isEmpty() && group.open > 0) {
        const QString first = clean(phrases::list(group.dependents.mid(0, 2)));
        parts << (group.dependents.size() > 2
                ? say(QT_TRANSLATE_N_NOOP("Inbox", "%2 and %n more depend on it"), int(group.dependents.size()) - 2).arg(first)
                : say(QT_TRANSLATE_NOOP("Inbox", "affects %1")).arg(first));
    }
    if (group.held > 0) {
        parts << say(QT_TRANSLATE_N_NOOP("Inbox", "%n new alert(s), not shown yet"), group.held);
    }
    if (group.stale > 0) {
        parts << (group.stale == group.count ? say(QT_TRANSLATE_NOOP("Inbox", "all stale"))
                                             : say(QT_TRANSLATE_N_NOOP("Inbox", "%n stale"), group.stale));
    }
    return parts.join(QStringLiteral(" · "));
}

QString groupCount(const AlertGroup &group, UtcTime now, const TimeControl &time)
{
    if (group.kind == AlertGroup::Kind::Resolved) {
        return QString::number(group.count);
    }
    return quietCount(group.quiet, now, time);
}

QString silenceWarning(const SilencePreview::Finding &finding, const SilencePreview &preview)
{
    using Warning = SilencePreview::Warning;
    switch (finding.warning) {
    case Warning::NoMatcher:
        return say(QT_TRANSLATE_NOOP("Inbox", "Select at least one label; without any, every alert would be silenced."));
    case Warning::InvalidPattern:
        return say(QT_TRANSLATE_NOOP("Inbox", "%1. It cannot be sent as it is.")).arg(clean(finding.detail));
    case Warning::MatchesAll:
        return say(QT_TRANSLATE_NOOP("Inbox", "These matchers also match alerts without any of these labels, so every alert would be silenced."));
    case Warning::HitsAll:
        return say(QT_TRANSLATE_N_NOOP("Inbox", "This silences every open alert of this source: all %n."), preview.total);
    case Warning::MatchesAbsent:
        return finding.count > 0
            ? say(QT_TRANSLATE_N_NOOP("Inbox", "%1 also matches alerts without that label: %n of those it silences."), finding.count)
                  .arg(clean(finding.detail))
            : say(QT_TRANSLATE_NOOP("Inbox", "%1 also matches alerts without that label; none is open now.")).arg(clean(finding.detail));
    case Warning::SameLabelTwice:
        return say(QT_TRANSLATE_NOOP("Inbox", "Label %1 appears twice. Both conditions must match, so little or nothing is silenced."))
            .arg(clean(finding.detail));
    case Warning::TooBroad:
        return preview.services > 1
            ? say(QT_TRANSLATE_N_NOOP("Inbox", "This silences alerts on %n service(s). Is that intended?"), preview.services)
            : say(QT_TRANSLATE_NOOP("Inbox", "This silences more than half of the open alerts of this source. Is that intended?"));
    case Warning::HiddenAlready:
        return say(QT_TRANSLATE_NOOP("Inbox", "What this silences now is silenced already, by other matchers (%1)."))
            .arg(clean(finding.detail).left(8));
    case Warning::SameSilence:
        return say(QT_TRANSLATE_NOOP("Inbox", "An equivalent silence already exists (%1). Extend it instead of adding another."))
            .arg(clean(finding.detail).left(8));
    case Warning::MatchesNothing:
        return say(QT_TRANSLATE_NOOP("Inbox", "This does not silence any open alert."));
    }
    return {};
}

QString joinedBy(JoinBy by)
{
    switch (by) {
    case JoinBy::Person:
        return say(QT_TRANSLATE_NOOP("Inbox", "joined by a person"));
    case JoinBy::Correlation:
        return say(QT_TRANSLATE_NOOP("Inbox", "both use the same name"));
    case JoinBy::Link:
        return say(QT_TRANSLATE_NOOP("Inbox", "both link to the same page"));
    case JoinBy::Sameness:
        return say(QT_TRANSLATE_NOOP("Inbox", "same service, title and time"));
    }
    return {};
}

QString outboxState(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
        return say(QT_TRANSLATE_NOOP("Inbox", "queued, not sent"));
    case OutboxState::Sending:
        return say(QT_TRANSLATE_NOOP("Inbox", "being sent"));
    case OutboxState::Confirmed:
        return say(QT_TRANSLATE_NOOP("Inbox", "confirmed"));
    case OutboxState::Rejected:
        return say(QT_TRANSLATE_NOOP("Inbox", "rejected by the source"));
    case OutboxState::Unknown:
        return say(QT_TRANSLATE_NOOP("Inbox", "sent, awaiting confirmation"));
    case OutboxState::Conflict:
        return say(QT_TRANSLATE_NOOP("Inbox", "conflict: needs a decision"));
    case OutboxState::Expired:
        return say(QT_TRANSLATE_NOOP("Inbox", "expired: could not be sent in time"));
    case OutboxState::Superseded:
        return say(QT_TRANSLATE_NOOP("Inbox", "superseded"));
    case OutboxState::Withdrawn:
        return say(QT_TRANSLATE_NOOP("Inbox", "discarded"));
    }
    return {};
}

QString refusal(const Error &error)
{
    return say(QT_TRANSLATE_NOOP("Inbox", "Not done: the action could not be saved. %1")).arg(errorWords(error, 200));
}

} // namespace quarterdeck::inboxwords
