#pragma once

#include "app/core/error.h"
#include "app/domain/silencepreview.h"
#include "models/alertgroup.h"
#include "models/alertindex.h"
#include "models/clearance.h"
#include "models/timelinemodel.h"
#include "ui/pages/api/timecontrol.h"

namespace quarterdeck {

/// The sentences of the inbox. Foreign parts in them are plain already.
namespace inboxwords {

/// "Triggered", "Silenced → 16:00", ...
QString state(const Alert &alert, UtcTime until, UtcTime now, const TimeControl &time);
/// The same in fewer words, for a column: "Acked → 16:00", "Silenced → Mon".
QString shortState(const Alert &alert, UtcTime until, UtcTime now, const TimeControl &time);
/// "Silenced → 16:00".
QString untilText(const QString &word, const QString &moment);
/// "16:00", "Mon 16:00" or "12 Dec", whichever says enough.
QString moment(UtcTime at, UtcTime now, const TimeControl &time);
/// "ack queued 14:02, not sent"; empty when nothing is on its way.
QString pendingBadge(Pending pending, Verb verb, UtcTime since, const TimeControl &time);
/// "queued", "sending", "unconfirmed", "conflict": what pendingBadge says, in one word.
QString pendingWord(Pending pending);
/// "checkout", "Unowned", "Resolved in the last hour".
QString groupTitle(const AlertGroup &group);
/// What matters about a group: "payments · tier 1 · folded: DiskFull on 214 instances".
QString groupSentence(const AlertGroup &group);
/// "2 open · 30 silenced until 23:51", "5 acknowledged", "9".
QString groupCount(const AlertGroup &group, UtcTime now, const TimeControl &time);
/// "Silenced", "Inhibited", "Muted": why an alert is quiet, in one word.
QString quietWord(HoldKind kind);
/// "Silenced by ana until 23:51: deploy night", "Muted by time interval offhours", "Inhibited by NodeDown: node 3 is down".
QString quietReason(const QuietReason &reason, UtcTime now, const TimeControl &time);
/// "2 open · 1 acknowledged · 30 silenced until 23:51": only what waits for somebody is open.
QString quietCount(const QuietCount &count, UtcTime now, const TimeControl &time);
/// The same without the end of the silences, where there is little room.
QString shortQuietCount(const QuietCount &count, UtcTime now, const TimeControl &time);
/// What is wrong in a filter, and where.
QString filterProblem(const FilterError &error);
/// Of a filter that lets nothing through: "Without “team:x”: 12." Empty where no word of it alone is in the way.
QString obstacles(const AlertIndex &alerts);
/// "am-eu has not answered since 14:31: connection refused. Its 12 alerts may be out of date."
QString sourceProblem(const SourceStatus &status, UtcTime now, const TimeControl &time);
/// Sentence and advice of a list without rows.
struct Emptiness {
    QString icon;
    QString sentence;
    QString advice;
    QString button;
};
/// `context` is the name of what is looked at; empty where it has none.
Emptiness emptiness(const Clearance &clearance, const QString &context, UtcTime now, const TimeControl &time);
/// What a warning about a silence says.
QString silenceWarning(const SilencePreview::Finding &finding, const SilencePreview &preview);
/// One line of a timeline: "Ana: same spike on search".
QString event(const TimelineEvent &event, const TimeControl &time);
/// Why an entry of the outbox stands where it does; empty where there is nothing to say. Not yet made safe: see text::plain().
QString reason(const Reason &why, const TimeControl &time);
/// Why two alerts count as one incident: "the same name for it", ...
QString joinedBy(JoinBy by);
/// "queued, not sent", "refused", ...
QString outboxState(OutboxState state);
/// What could not be stored, in words.
QString refusal(const Error &error);

} // namespace inboxwords

} // namespace quarterdeck
