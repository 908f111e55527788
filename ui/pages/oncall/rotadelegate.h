#pragma once

#include "ui/widgets/rowdelegate.h"

namespace quarterdeck {

/// Paints rows of duties and of shifts: nobody stands out by a mark and its colour, and what is not known is grey. Thread: main.
class RotaDelegate final : public RowDelegate {
    Q_OBJECT

public:
    /// `kindRole`: of the model, an int of RotaStretch::Kind. `peopleColumn`: whose cells show it. `levelRole`: the level, where nobody is only
    /// bad on the first; 0: always.
    RotaDelegate(const Theme &theme, int kindRole, int peopleColumn, int levelRole, QObject *parent = nullptr);

protected:
    void paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    Token tokenOf(const QModelIndex &index) const override;

private:
    bool isGap(const QModelIndex &index) const;

    int m_kindRole;
    int m_peopleColumn;
    int m_levelRole;
};

} // namespace quarterdeck
