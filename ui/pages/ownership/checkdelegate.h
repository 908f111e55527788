#pragma once

#include "ui/widgets/rowdelegate.h"

namespace quarterdeck {

/// Paints the board: checks as marks of their own shape and colour. Thread: main.
class CheckDelegate final : public RowDelegate {
    Q_OBJECT

public:
    explicit CheckDelegate(const Theme &theme, QObject *parent = nullptr);

protected:
    void paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    Token tokenOf(const QModelIndex &index) const override;
};

} // namespace quarterdeck
