#include "ui/pages/services/servicedelegate.h"

#include "app/core/text.h"
#include "models/servicelistmodel.h"
#include "ui/pages/services/healthwords.h"
#include "ui/widgets/paint.h"

namespace quarterdeck {

ServiceDelegate::ServiceDelegate(const Theme &theme, QObject *parent)
    : RowDelegate(theme, parent)
{
    setFigureColumns({ServiceListModel::AlertsColumn, ServiceListModel::LoadColumn});
}

void ServiceDelegate::paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == ServiceListModel::HealthColumn) {
        const Health health = Health(index.data(ServiceListModel::HealthRole).toInt());
        paintHealthShape(painter, QRectF(rect.left(), rect.top(), 14, rect.height()), health, theme());
        painter.setPen(theme().color(healthToken(health)));
        paintElided(painter, rect.adjusted(22, 0, 0, 0), index.data().toString());
        return;
    }
    if (index.column() == ServiceListModel::NameColumn) {
        painter.setFont(theme().strongFont(TypeFace::Body));
        const QString name = text::plain(index.data().toString(), 300);
        paintElided(painter, rect, name);
        const qreal used = painter.fontMetrics().horizontalAdvance(name) + 12;
        painter.setFont(theme().font(TypeFace::Body));
        painter.setPen(theme().color(Token::Muted));
        const QString detail = text::plain(index.data(DetailRole).toString(), 300);
        // A title that only repeats the name says nothing.
        if (used < rect.width() - 40 && detail.compare(name, Qt::CaseInsensitive) != 0) {
            paintElided(painter, rect.adjusted(used, 0, 0, 0), detail);
        }
        return;
    }
    RowDelegate::paintCell(painter, rect, option, index);
}

Token ServiceDelegate::tokenOf(const QModelIndex &index) const
{
    const bool isOwnerMissing = index.data(OwnerRole).toString().isEmpty() || !index.data(IsOwnerKnownRole).toBool();
    switch (index.column()) {
    case ServiceListModel::NameColumn:
        return Token::Text;
    case ServiceListModel::OwnerColumn:
        return isOwnerMissing ? Token::Warning : Token::Muted;
    case ServiceListModel::AlertsColumn:
        return index.data(CountRole).toInt() > 0 ? Token::Text : Token::Muted;
    default:
        return Token::Muted;
    }
}

} // namespace quarterdeck
