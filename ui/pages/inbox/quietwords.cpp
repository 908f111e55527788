#include "ui/pages/inbox/inboxwords.h"

#include "app/core/text.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/severitymark.h"

#include <QCoreApplication>

// What the inbox says of alerts that are kept quiet.
namespace quarterdeck::inboxwords {

namespace {

QString inQuietWords(const char *words, int n = -1)
{
    return QCoreApplication::translate("Inbox", words, nullptr, n);
}

QString plainName(const QString &foreign)
{
    return text::plain(foreign, 300);
}

/// Of one kind of hold: alone, until when, by whom, by whom until when.
struct HeldWords {
    const char *plain;
    const char *until;
    const char *by;
    const char *byUntil;
};

HeldWords heldWords(HoldKind kind)
{
    if (kind == HoldKind::Acknowledgement) {
        return {QT_TRANSLATE_NOOP("Inbox", "Acknowledged"), QT_TRANSLATE_NOOP("Inbox", "Acknowledged until %1"),
            QT_TRANSLATE_NOOP("Inbox", "Acknowledged by %1"), QT_TRANSLATE_NOOP("Inbox", "Acknowledged by %1 until %2")};
    }
    if (kind == HoldKind::Downtime) {
        return {QT_TRANSLATE_NOOP("Inbox", "In downtime"), QT_TRANSLATE_NOOP("Inbox", "In downtime until %1"),
            QT_TRANSLATE_NOOP("Inbox", "In downtime by %1"), QT_TRANSLATE_NOOP("Inbox", "In downtime by %1 until %2")};
    }
    return {QT_TRANSLATE_NOOP("Inbox", "Silenced"), QT_TRANSLATE_NOOP("Inbox", "Silenced until %1"), QT_TRANSLATE_NOOP("Inbox", "Silenced by %1"),
        QT_TRANSLATE_NOOP("Inbox", "Silenced by %1 until %2")};
}

// "Silenced by ana until 23:51"
QString byWhomUntil(const QuietReason &reason, UtcTime now, const TimeControl &time)
{
    const QString by = plainName(reason.by);
    const QString at = reason.until.isValid() ? moment(reason.until, now, time) : QString();
    if (reason.kind == HoldKind::Snooze) {
        const QString words = by.isEmpty() ? inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Snoozed"))
                                           : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Snoozed by %1")).arg(by);
        return at.isEmpty() ? words : untilText(words, at);
    }
    const auto [plain, until, whom, both] = heldWords(reason.kind);
    if (!by.isEmpty() && !at.isEmpty()) {
        return inQuietWords(both).arg(by, at);
    }
    if (!at.isEmpty()) {
        return inQuietWords(until).arg(at);
    }
    return by.isEmpty() ? inQuietWords(plain) : inQuietWords(whom).arg(by);
}

/// It keeps nothing quiet that is open.
QString maintenanceWords(const QuietReason &reason, UtcTime now, const TimeControl &time)
{
    const QString by = plainName(reason.by);
    const QString at = reason.until.isValid() ? moment(reason.until, now, time) : QString();
    const QString words = by.isEmpty() || at.isEmpty()
        ? inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Its service is in maintenance: this goes on paging, nothing new is opened"))
        : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Its service is in maintenance by %1 until %2: this goes on paging, nothing new is opened"))
              .arg(by, at);
    return by.isEmpty() && !at.isEmpty() ? untilText(words, at) : words;
}

} // namespace

QString quietWord(HoldKind kind)
{
    switch (kind) {
    case HoldKind::Silence:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Silenced"));
    case HoldKind::Acknowledgement:
        return alertStateWord(AlertState::Acknowledged);
    case HoldKind::Downtime:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "In downtime"));
    case HoldKind::Inhibition:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Inhibited"));
    case HoldKind::TimeInterval:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Muted"));
    case HoldKind::Unexplained:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Quiet"));
    case HoldKind::Snooze:
        return alertStateWord(AlertState::Snoozed);
    case HoldKind::Maintenance:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Service in maintenance"));
    }
    return {};
}

QString quietReason(const QuietReason &reason, UtcTime now, const TimeControl &time)
{
    QString sentence;
    switch (reason.kind) {
    case HoldKind::Silence:
    case HoldKind::Downtime:
    case HoldKind::Acknowledgement:
    case HoldKind::Snooze:
        sentence = byWhomUntil(reason, now, time);
        if (reason.kind == HoldKind::Acknowledgement && reason.since.isValid() && reason.since <= now) {
            sentence = inQuietWords(QT_TRANSLATE_NOOP("Inbox", "%1 (%2 ago)")).arg(sentence, ageText(now - reason.since));
        }
        break;
    case HoldKind::Maintenance:
        sentence = maintenanceWords(reason, now, time);
        break;
    case HoldKind::Inhibition:
        sentence = reason.name.isEmpty() ? inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Inhibited by an unknown alert (%1)")).arg(plainName(reason.id))
                                         : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Inhibited by %1")).arg(plainName(reason.name));
        break;
    case HoldKind::TimeInterval:
        if (!reason.receiver.isEmpty() && !reason.name.isEmpty()) {
            return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Muted for receiver %1 by time interval %2; others are notified"))
                .arg(plainName(reason.receiver), plainName(reason.name));
        }
        if (!reason.receiver.isEmpty()) {
            return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Muted for receiver %1; others are notified")).arg(plainName(reason.receiver));
        }
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Muted by time interval %1")).arg(plainName(reason.name));
    case HoldKind::Unexplained:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Quiet, and the source does not say why"));
    }
    return reason.why.isEmpty() ? sentence : phrases::pair(sentence, plainName(reason.why));
}

QString shortQuietCount(const QuietCount &count, UtcTime now, const TimeControl &time)
{
    QuietCount without = count;
    without.silencedUntil = {};
    return quietCount(without, now, time);
}

QString quietCount(const QuietCount &count, UtcTime now, const TimeControl &time)
{
    QStringList parts;
    if (count.open > 0) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln open"), count.open);
    }
    if (count.acknowledged > 0) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln acknowledged"), count.acknowledged);
    }
    if (count.silenced > 0 && !count.silencedUntil.isValid()) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln silenced"), count.silenced);
    } else if (count.silenced > 0) {
        parts << (count.isOneEnd ? inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln silenced until %1"), count.silenced)
                                 : inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln silenced, the first until %1"), count.silenced))
                     .arg(moment(count.silencedUntil, now, time));
    }
    if (count.inDowntime > 0) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln in downtime"), count.inDowntime);
    }
    if (count.snoozed > 0) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln snoozed"), count.snoozed);
    }
    if (count.inhibited > 0) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln inhibited"), count.inhibited);
    }
    if (count.muted > 0) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln muted"), count.muted);
    }
    if (count.unexplained > 0) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln quiet"), count.unexplained);
    }
    return parts.isEmpty() ? inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln open"), 0) : parts.join(QStringLiteral(" · "));
}

} // namespace quarterdeck::inboxwords
