#include "ui/pages/inbox/rowwords.h"

#include "app/core/text.h"
#include "models/roles.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/severitymark.h"

#include <QCoreApplication>

#include <algorithm>

namespace quarterdeck {

namespace {

QString say(const char *words)
{
    return QCoreApplication::translate("Inbox", words);
}

const AlertModel &rowModel(const QModelIndex &index)
{
    return *static_cast<const AlertModel *>(index.model());
}

UtcTime timeOf(const QModelIndex &index, int role)
{
    return UtcTime {index.data(role).toLongLong()};
}

} // namespace

RowWords::RowWords(const Clock &clock, const TimeControl &time)
    : m_clock(clock)
    , m_time(time)
{
}

QStringList RowWords::states(const QModelIndex &index, const Alert &alert) const
{
    const UtcTime now = m_clock.now();
    const UtcTime until = timeOf(index, AlertModel::UntilRole);
    QStringList plain {inboxwords::state(alert, until, now, m_time), inboxwords::shortState(alert, until, now, m_time)};
    if (alert.isOpen() && alert.holds.has(HoldKind::Maintenance)) {
        plain.prepend(plain.first() + QStringLiteral(" · ") + inboxwords::quietWord(HoldKind::Maintenance));
    }
    const UtcTime seen = timeOf(index, AlertModel::LastSeenRole);
    if (!index.data(AlertModel::IsStaleRole).toBool() || !seen.isValid() || !alert.isOpen()) {
        return plain;
    }
    const QString age = say(QT_TRANSLATE_NOOP("Inbox", "as of %1")).arg(inboxwords::moment(seen, now, m_time));
    const QString bare = inboxwords::shortState(alert, {}, now, m_time);
    const auto aged = [&age](const QString &state) { return state + QStringLiteral(" · ") + age; };
    // Where not both fit, the state stays: that it is old is seen by its colour and said by the strip above.
    return {aged(plain.first()), aged(plain.last()), aged(bare), plain.first(), plain.last()};
}

QString RowWords::count(const AlertGroup &group) const
{
    return inboxwords::groupCount(group, m_clock.now(), m_time);
}

QString RowWords::shortCount(const AlertGroup &group) const
{
    return group.kind == AlertGroup::Kind::Resolved ? count(group) : inboxwords::shortQuietCount(group.quiet, m_clock.now(), m_time);
}

QString RowWords::pending(const QModelIndex &index) const
{
    return inboxwords::pendingBadge(Pending(index.data(PendingRole).toInt()), Verb(index.data(AlertModel::PendingVerbRole).toInt()),
        timeOf(index, AlertModel::PendingSinceRole), m_time);
}

Alert RowWords::asSeen(const QModelIndex &index)
{
    Alert alert = *rowModel(index).alertAt(index.row());
    alert.lastSeenAt = timeOf(index, AlertModel::LastSeenRole);
    return alert;
}

QString RowWords::hover(const QModelIndex &index) const
{
    const Alert *alert = rowModel(index).alertAt(index.row());
    if (alert == nullptr) {
        const AlertGroup *group = rowModel(index).headerAt(index.row());
        return group == nullptr ? QString() : inboxwords::groupTitle(*group) + u'\n' + count(*group) + u'\n' + inboxwords::groupSentence(*group);
    }
    QStringList lines {alert->title, alert->summary.left(500), pending(index),
        inboxwords::state(*alert, timeOf(index, AlertModel::UntilRole), m_clock.now(), m_time) + QStringLiteral(" · ")
            + index.siblingAtColumn(AlertModel::SourceColumn).data().toString(),
        say(QT_TRANSLATE_NOOP("Inbox", "since %1")).arg(m_time.exactText(alert->startsAt)),
        say(QT_TRANSLATE_NOOP("Inbox", "the source says “%1”")).arg(alert->rawState)};
    for (const QuietReason &reason : quietReasons(*alert, rowModel(index).quietSources())) {
        lines << inboxwords::quietReason(reason, m_clock.now(), m_time);
    }
    if (const UtcTime seen = timeOf(index, AlertModel::LastSeenRole); seen.isValid()) {
        lines << say(QT_TRANSLATE_NOOP("Inbox", "last seen %1")).arg(m_time.exactText(seen));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString RowWords::foldWord(const AlertGroup &group)
{
    return group.isFolded ? say(QT_TRANSLATE_NOOP("Inbox", "folded")) : say(QT_TRANSLATE_NOOP("Inbox", "unfolded"));
}

QStringList RowWords::headerParts(const AlertGroup &group, int column) const
{
    switch (column) {
    case AlertModel::SeverityColumn:
        return {say(QT_TRANSLATE_NOOP("Inbox", "Group")), foldWord(group)};
    case AlertModel::AlertColumn:
        return {inboxwords::groupTitle(group), inboxwords::groupSentence(group)};
    case AlertModel::StateColumn:
        return {count(group)};
    default:
        return {};
    }
}

QStringList RowWords::alertParts(const QModelIndex &index, const Alert &alert) const
{
    const UtcTime since = alert.isOpen() || !alert.resolvedAt.isValid() ? alert.startsAt : alert.resolvedAt;
    const QString owner = alert.team.isEmpty() ? say(QT_TRANSLATE_NOOP("Inbox", "no owner")) : alert.team;
    switch (index.column()) {
    case AlertModel::SeverityColumn:
        return {index.data(IsMarkedRole).toBool() ? say(QT_TRANSLATE_NOOP("Inbox", "marked")) : QString(), severityWord(alert.severity)};
    case AlertModel::AlertColumn:
        return {text::plain(alert.title.isEmpty() ? alert.key.id : alert.title, 120), pending(index), text::plain(alert.summary, 300),
            index.data(HasRunbookRole).toBool() ? say(QT_TRANSLATE_NOOP("Inbox", "has a runbook")) : QString()};
    case AlertModel::ServiceColumn:
        return {text::plain(alert.service.isEmpty() ? owner : alert.service, 80)};
    case AlertModel::SourceColumn:
        return {text::plain(index.data().toString(), 120)};
    case AlertModel::StateColumn:
        return {states(index, alert).first()};
    case AlertModel::AgeColumn:
        return {since.isValid() ? ageText(m_clock.now() - since) : QString()};
    default:
        return {};
    }
}

QString RowWords::spoken(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    const AlertGroup *group = rowModel(index).headerAt(index.row());
    const Alert *alert = rowModel(index).alertAt(index.row());
    QStringList parts = group != nullptr ? headerParts(*group, index.column()) : alert != nullptr ? alertParts(index, *alert) : QStringList();
    parts.removeAll(QString());
    return phrases::list(parts);
}

QString RowWords::spokenAlone(const QModelIndex &index) const
{
    QStringList parts;
    for (const int column : {AlertModel::SeverityColumn, AlertModel::AlertColumn, AlertModel::StateColumn}) {
        parts << spoken(index.siblingAtColumn(column));
    }
    parts.removeAll(QString());
    return phrases::list(parts);
}

} // namespace quarterdeck
