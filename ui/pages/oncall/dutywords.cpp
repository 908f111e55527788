#include "ui/pages/oncall/dutywords.h"

#include "app/core/text.h"
#include "ui/widgets/phrases.h"

#include <QLocale>

namespace quarterdeck {

DutyWords::DutyWords(InstantText instantText, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_instantText(std::move(instantText))
{
}

QVariant DutyWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return wordsOf(index);
    }
    if (role == Qt::ToolTipRole) {
        const QString services = index.data(DetailRole).toString();
        const bool isPolicy = index.column() == DutyListModel::PolicyColumn && !services.isEmpty();
        return text::tooltip(isPolicy ? phrases::sentences({wordsOf(index), phrases::pair(tr("Services"), services)}) : wordsOf(index));
    }
    return QIdentityProxyModel::data(index, role);
}

void DutyWords::refresh()
{
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

QString DutyWords::wordsOf(const QModelIndex &index) const
{
    const auto kind = RotaStretch::Kind(index.data(DutyListModel::KindRole).toInt());
    switch (index.column()) {
    case DutyListModel::NowColumn:
        return peopleWords(kind, index.data(DutyListModel::PeopleRole).toStringList());
    case DutyListModel::UntilColumn:
        return untilWords(index);
    case DutyListModel::NextColumn: {
        if (kind == RotaStretch::Kind::Unknown || index.data(TimeRole).toLongLong() == 0) {
            return tr("–");
        }
        const QStringList people = index.data(DutyListModel::PeopleRole).toStringList();
        const bool isWhole = index.data(DutyListModel::IsNextWholeRole).toBool();
        return peopleWords(!people.isEmpty() ? RotaStretch::Kind::Somebody
                : isWhole                    ? RotaStretch::Kind::Nobody
                                             : RotaStretch::Kind::Unknown,
            people);
    }
    case DutyListModel::LevelColumn:
        return QLocale().toString(index.data(DutyListModel::LevelRole).toInt());
    default:
        return text::plain(QIdentityProxyModel::data(index, Qt::DisplayRole).toString(), 200);
    }
}

QString DutyWords::untilWords(const QModelIndex &index) const
{
    if (RotaStretch::Kind(index.data(DutyListModel::KindRole).toInt()) == RotaStretch::Kind::Unknown) {
        return tr("–");
    }
    if (const qint64 until = index.data(TimeRole).toLongLong()) {
        return m_instantText(UtcTime {until});
    }
    const qint64 known = index.data(DutyListModel::KnownUntilRole).toLongLong();
    return index.data(DutyListModel::IsForEverRole).toBool() || known == 0 ? tr("always") : tr("not before %1").arg(m_instantText(UtcTime {known}));
}

} // namespace quarterdeck
