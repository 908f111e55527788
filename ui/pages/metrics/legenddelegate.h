#pragma once

#include "ui/widgets/rowdelegate.h"

namespace quarterdeck {

/// A row of the legend: the mark of the line in its colour before its name, figures in columns.
class LegendDelegate final : public RowDelegate {
    Q_OBJECT

public:
    /// Room for the mark. Units: pixels.
    static constexpr int MarkRoom = 22;

    LegendDelegate(const Theme &theme, QObject *parent);

protected:
    void paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    Token tokenOf(const QModelIndex &index) const override;
};

} // namespace quarterdeck
