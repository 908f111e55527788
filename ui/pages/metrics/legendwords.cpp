#include "ui/pages/metrics/legendwords.h"

#include "app/core/text.h"
#include "models/legendmodel.h"
#include "ui/pages/metrics/metricswords.h"
#include "ui/widgets/unittext.h"

namespace quarterdeck {

LegendWords::LegendWords(QObject *parent)
    : QIdentityProxyModel(parent)
{
}

QString LegendWords::name(const QModelIndex &index) const
{
    const QString own = text::plain(QIdentityProxyModel::data(index, Qt::DisplayRole).toString(), 300);
    const Millis ago(index.data(LegendModel::AgoRole).toLongLong());
    return ago > Millis(0) ? tr("%1, %2").arg(own, comparedWords(ago)) : own;
}

QVariant LegendWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const bool isName = index.column() == LegendModel::NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? name(index) : valueText(index.data(LegendModel::NumberRole).toDouble(), index.data(UnitRole).toString());
    case Qt::AccessibleTextRole: {
        const QString words = data(index, Qt::DisplayRole).toString();
        return isName && !index.data(LegendModel::IsShownRole).toBool() ? tr("%1, hidden").arg(words) : words;
    }
    case Qt::ToolTipRole:
        return text::tooltip(data(index, Qt::DisplayRole).toString());
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant LegendWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
        const QStringList titles {tr("Series"), tr("Last"), tr("Min"), tr("Max"), tr("Mean")};
        return titles.value(section);
    }
    return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace quarterdeck
