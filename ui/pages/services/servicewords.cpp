#include "ui/pages/services/servicewords.h"

#include "app/core/text.h"
#include "ui/pages/services/healthwords.h"

namespace quarterdeck {

ServiceWords::ServiceWords(QObject *parent)
    : QIdentityProxyModel(parent)
{
}

QVariant ServiceWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        if (index.column() == ServiceListModel::HealthColumn) {
            const QString word = healthWord(Health(index.data(ServiceListModel::HealthRole).toInt()));
            const bool isUnsure = !index.data(ServiceListModel::IsCertainRole).toBool() && index.data(CountRole).toInt() > 0;
            return isUnsure ? tr("%1, or worse").arg(word) : word;
        }
        if (index.column() == ServiceListModel::OwnerColumn) {
            const QString owner = index.data(OwnerRole).toString();
            if (owner.isEmpty()) {
                return tr("no owner");
            }
            return index.data(IsOwnerKnownRole).toBool() ? owner : tr("%1 (unknown team)").arg(owner);
        }
        if (index.column() == ServiceListModel::TierColumn && QIdentityProxyModel::data(index, Qt::DisplayRole).toString().isEmpty()) {
            return tr("–");
        }
        if (index.column() == ServiceListModel::LoadColumn && index.data(ServiceListModel::LoadRole).toInt() < 0) {
            return tr("–");
        }
        return QIdentityProxyModel::data(index, Qt::DisplayRole);
    }
    if (role == Qt::ToolTipRole) {
        return text::tooltip(data(index, Qt::DisplayRole).toString());
    }
    return QIdentityProxyModel::data(index, role);
}

} // namespace quarterdeck
