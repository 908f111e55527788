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
        for (const QString &fingerprint : alert.inhibitedBy) {
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
    UtcTime last = alert.state == AlertState::Acknowledged || alert.state == AlertState::Snoozed ? alert.acknowledgedUntil : UtcTime {};
    for (const QString &id : alert.silencedBy) {
        const Silence silence = m_silences.value(keyOf(alert.key.source, id));
        last = std::max(last, silence.isMaintenance ? UtcTime {} : silence.endsAt);
    }
    return last;
}

QString stateWord(const Alert &alert)
{
    const std::optional<QuietKind> kind = quietKind(alert);
    if (!kind || alert.state != AlertState::Suppressed) {
        return alertStateName(alert.state);
    }
    switch (*kind) {
    case QuietKind::Silence:
    case QuietKind::Acknowledgement:
        return QStringLiteral("silenced");
    case QuietKind::Inhibition:
        return QStringLiteral("inhibited");
    case QuietKind::TimeInterval:
        return QStringLiteral("muted");
    case QuietKind::Snooze:
    case QuietKind::Maintenance:
    case QuietKind::Unexplained:
        break;
    }
    return alertStateName(alert.state);
}

QString shortMoment(UtcTime at, UtcTime now)
{
    const QDateTime then = toDateTime(at).toLocalTime();
    return then.toString(then.date() == toDateTime(now).toLocalTime().date() ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString countSentence(const QuietCount &count, UtcTime now)
{
    QStringList parts {QStringLiteral("%1 open").arg(count.open)};
    if (count.acknowledged > 0) {
        parts.last() += QStringLiteral(" (%1 acknowledged)").arg(count.acknowledged);
    }
    if (count.silenced > 0) {
        const QString until = !count.silencedUntil.isValid() ? QString()
            : count.isOneEnd                                 ? QStringLiteral(" until ") + shortMoment(count.silencedUntil, now)
                                                             : QStringLiteral(", the first until ") + shortMoment(count.silencedUntil, now);
        parts << QStringLiteral("%1 silenced").arg(count.silenced) + until;
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
    return parts.join(QStringLiteral(" · "));
}

} // namespace quarterdeck
