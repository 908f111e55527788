#include "ui/pages/metrics/legendwords.h"

#include "app/core/text.h"
#include "models/legendmodel.h"
#include "ui/pages/metrics/metricswords.h"
#include "ui/widgets/seriescolour.h"
#include "ui/widgets/timechart.h"
#include "ui/widgets/unittext.h"

#include <QPainter>
#include <QPixmap>

namespace quarterdeck {

LegendWords::LegendWords(const Theme &theme, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_theme(theme)
{
}

QString LegendWords::name(const QModelIndex &index) const
{
    const QString own = text::plain(QIdentityProxyModel::data(index, Qt::DisplayRole).toString(), 300);
    const Millis ago(index.data(LegendModel::AgoRole).toLongLong());
    return ago > Millis(0) ? tr("%1, %2").arg(own, comparedWords(ago)) : own;
}

QVariant LegendWords::mark(const QModelIndex &index) const
{
    constexpr int Side = 12;
    QPixmap picture(QSize(Side, Side) * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = seriesColour(m_theme, ChartStyle().tokens, index.data(LegendModel::PlaceRole).toInt());
    painter.setPen(QPen(colour, 1.5));
    // A hidden line has an empty mark, one of another time a thin one: colour alone says neither.
    const bool isShown = index.data(LegendModel::IsShownRole).toBool();
    const bool isBefore = index.data(LegendModel::AgoRole).toLongLong() > 0;
    painter.setBrush(isShown ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(isBefore ? QRectF(1, 5, 10, 2) : QRectF(1, 2, 10, 8), 2, 2);
    return picture;
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
    case Qt::DecorationRole:
        return isName ? mark(index) : QVariant();
    case Qt::ForegroundRole:
        return index.data(LegendModel::IsShownRole).toBool() ? QVariant() : QVariant(m_theme.color(Token::Faint));
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
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section > 0) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace quarterdeck
