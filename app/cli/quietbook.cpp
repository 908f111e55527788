#include "app/cli/quietbook.h"

namespace quarterdeck {

namespace {

QString keyOf(const SourceId &source, const QString &id)
{
    return source + u':' + id;
}

} // namespace

QuietBook::QuietBook(const std::vector<Silence> &silences, const std::vector<Alert> &alerts)
{
    for (const Silence &silence : silences) {
        m_silences.insert(keyOf(silence.source, silence.id), silence);
    }
    QSet<AlertKey> named;
    for (const Alert &alert : alerts) {
        for (const QString &fingerprint : alert.holds.ids(HoldKind::Inhibition)) {
            named.insert({alert.key.source, fingerprint});
        }
    }
    for (const Alert &alert : alerts) {
        if (named.contains(alert.key)) {
            m_inhibitors.insert(alert.key, alert);
        }
    }
}

std::vector<QuietReason> QuietBook::reasons(const Alert &alert) const
{
    QuietSources sources;
    sources.silence = [this](const SourceId &source, const QString &id) {
        const auto at = m_silences.constFind(keyOf(source, id));
        return at == m_silences.constEnd() ? nullptr : &*at;
    };
    sources.alert = [this](const AlertKey &key) {
        const auto at = m_inhibitors.constFind(key);
        return at == m_inhibitors.constEnd() ? nullptr : &*at;
    };
    return quietReasons(alert, sources);
}

UtcTime QuietBook::until(const Alert &alert) const
{
    UtcTime last = alert.acknowledgement().until;
    for (const QString &id : alert.holds.ids(HoldKind::Silence) + alert.holds.ids(HoldKind::Downtime)) {
        last = std::max(last, m_silences.value(keyOf(alert.key.source, id)).endsAt);
    }
    return last;
}

QString stateWord(const Alert &alert)
{
    const std::optional<HoldKind> kind = quietKind(alert);
    if (!kind || alert.state != AlertState::Suppressed) {
        return alertStateName(alert.state);
    }
    switch (*kind) {
    case HoldKind::Silence:
    case HoldKind::Acknowledgement:
        return QStringLiteral("silenced");
    case HoldKind::Downtime:
        return QStringLiteral("downtime");
    case HoldKind::Inhibition:
        return QStringLiteral("inhibited");
    case HoldKind::TimeInterval:
        return QStringLiteral("muted");
    case HoldKind::Snooze:
    case HoldKind::Maintenance:
    case HoldKind::Unexplained:
        break;
    }
    return alertStateName(alert.state);
}

QString shortMoment(UtcTime at, UtcTime now)
{
    const QDateTime then = toDateTime(at).toLocalTime();
    return then.toString(then.date() == toDateTime(now).toLocalTime().date() ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

namespace {

QStringList quietParts(const QuietCount &count, UtcTime now)
{
    QStringList parts;
    if (count.acknowledged > 0) {
        parts << QStringLiteral("%1 acknowledged").arg(count.acknowledged);
    }
    if (count.silenced > 0) {
        const QString until = !count.silencedUntil.isValid() ? QString()
            : count.isOneEnd                                 ? QStringLiteral(" until ") + shortMoment(count.silencedUntil, now)
                                                             : QStringLiteral(", the first until ") + shortMoment(count.silencedUntil, now);
        parts << QStringLiteral("%1 silenced").arg(count.silenced) + until;
    }
    if (count.inDowntime > 0) {
        parts << QStringLiteral("%1 in downtime").arg(count.inDowntime);
    }
    if (count.snoozed > 0) {
        parts << QStringLiteral("%1 snoozed").arg(count.snoozed);
    }
    if (count.inhibited > 0) {
        parts << QStringLiteral("%1 inhibited").arg(count.inhibited);
    }
    if (count.muted > 0) {
        parts << QStringLiteral("%1 muted").arg(count.muted);
    }
    if (count.unexplained > 0) {
        parts << QStringLiteral("%1 suppressed").arg(count.unexplained);
    }
    return parts;
}

} // namespace

QString countSentence(const QuietCount &count, UtcTime now)
{
    return (QStringList {QStringLiteral("%1 open").arg(count.open)} + quietParts(count, now)).join(QStringLiteral(" · "));
}

QString shownSentence(const QuietCount &count, UtcTime now)
{
    const QStringList open = count.open > 0 ? QStringList {QStringLiteral("%1 triggered").arg(count.open)} : QStringList();
    return (open + quietParts(count, now)).join(QStringLiteral(" · "));
}

} // namespace quarterdeck
