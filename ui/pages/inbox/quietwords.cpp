#include "ui/pages/inbox/inboxwords.h"

#include "app/core/text.h"
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

// "Silenced by ana until 23:51"
QString byWhomUntil(const QuietReason &reason, UtcTime now, const TimeControl &time)
{
    const QString by = plainName(reason.by);
    const QString at = reason.until.isValid() ? moment(reason.until, now, time) : QString();
    if (reason.kind == QuietKind::Snooze) {
        const QString words = by.isEmpty() ? inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Snoozed"))
                                           : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Snoozed by %1")).arg(by);
        return at.isEmpty() ? words : untilText(words, at);
    }
    const bool isAck = reason.kind == QuietKind::Acknowledgement;
    if (!by.isEmpty() && !at.isEmpty()) {
        return (isAck ? inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Acknowledged by %1 until %2"))
                      : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Silenced by %1 until %2")))
            .arg(by, at);
    }
    if (!at.isEmpty()) {
        return (
            isAck ? inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Acknowledged until %1")) : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Silenced until %1")))
            .arg(at);
    }
    if (!by.isEmpty()) {
        return (isAck ? inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Acknowledged by %1")) : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Silenced by %1")))
            .arg(by);
    }
    return isAck ? alertStateWord(AlertState::Acknowledged) : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Silenced"));
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

QString quietWord(QuietKind kind)
{
    switch (kind) {
    case QuietKind::Silence:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Silenced"));
    case QuietKind::Acknowledgement:
        return alertStateWord(AlertState::Acknowledged);
    case QuietKind::Inhibition:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Inhibited"));
    case QuietKind::TimeInterval:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Muted"));
    case QuietKind::Unexplained:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Quiet"));
    case QuietKind::Snooze:
        return alertStateWord(AlertState::Snoozed);
    case QuietKind::Maintenance:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Service in maintenance"));
    }
    return {};
}

QString quietReason(const QuietReason &reason, UtcTime now, const TimeControl &time)
{
    QString sentence;
    switch (reason.kind) {
    case QuietKind::Silence:
    case QuietKind::Acknowledgement:
    case QuietKind::Snooze:
        sentence = byWhomUntil(reason, now, time);
        break;
    case QuietKind::Maintenance:
        sentence = maintenanceWords(reason, now, time);
        break;
    case QuietKind::Inhibition:
        sentence = reason.name.isEmpty() ? inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Inhibited by an unknown alert (%1)")).arg(plainName(reason.id))
                                         : inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Inhibited by %1")).arg(plainName(reason.name));
        break;
    case QuietKind::TimeInterval:
        if (!reason.receiver.isEmpty() && !reason.name.isEmpty()) {
            return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Muted for receiver %1 by time interval %2; others are notified"))
                .arg(plainName(reason.receiver), plainName(reason.name));
        }
        if (!reason.receiver.isEmpty()) {
            return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Muted for receiver %1; others are notified")).arg(plainName(reason.receiver));
        }
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Muted by time interval %1")).arg(plainName(reason.name));
    case QuietKind::Unexplained:
        return inQuietWords(QT_TRANSLATE_NOOP("Inbox", "Quiet, and the source does not say why"));
    }
    return reason.why.isEmpty() ? sentence : phrases::pair(sentence, plainName(reason.why));
}

QString quietCount(const QuietCount &count, UtcTime now, const TimeControl &time)
{
    QStringList parts;
    if (count.open > 0 && count.acknowledged == count.open) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln acknowledged"), count.open);
    } else if (count.open > 0) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln open"), count.open);
    }
    if (count.silenced > 0 && !count.silencedUntil.isValid()) {
        parts << inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln silenced"), count.silenced);
    } else if (count.silenced > 0) {
        parts << (count.isOneEnd ? inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln silenced until %1"), count.silenced)
                                 : inQuietWords(QT_TRANSLATE_N_NOOP("Inbox", "%Ln silenced, the first until %1"), count.silenced))
                     .arg(moment(count.silencedUntil, now, time));
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
