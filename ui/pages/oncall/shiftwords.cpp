#include "ui/pages/oncall/shiftwords.h"

#include "app/core/text.h"

#include <QLocale>

namespace quarterdeck {

ShiftWords::ShiftWords(InstantText instantText, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_instantText(std::move(instantText))
{
}

QVariant ShiftWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return wordsOf(index);
    }
    if (role == Qt::ToolTipRole) {
        return text::tooltip(wordsOf(index));
    }
    return QIdentityProxyModel::data(index, role);
}

void ShiftWords::refresh()
{
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

QString ShiftWords::wordsOf(const QModelIndex &index) const
{
    switch (index.column()) {
    case ShiftListModel::FromColumn:
    case ShiftListModel::UntilColumn:
        return m_instantText(UtcTime {index.data(TimeRole).toLongLong()});
    case ShiftListModel::PeopleColumn:
        return peopleWords(RotaStretch::Kind(index.data(ShiftListModel::KindRole).toInt()), index.data(ShiftListModel::PeopleRole).toStringList());
    case ShiftListModel::LevelColumn:
        return QLocale().toString(QIdentityProxyModel::data(index, Qt::DisplayRole).toInt());
    default:
        return text::plain(QIdentityProxyModel::data(index, Qt::DisplayRole).toString(), 200);
    }
}

} // namespace quarterdeck
