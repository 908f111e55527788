#pragma once

#include "ui/widgets/rowdelegate.h"

namespace quarterdeck {

/// Rows of the library: title with its path beside it, review and problems in the colour of their state.
class RunbookDelegate final : public RowDelegate {
    Q_OBJECT

public:
    explicit RunbookDelegate(const Theme &theme, QObject *parent = nullptr);

protected:
    void paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    Token tokenOf(const QModelIndex &index) const override;
};

} // namespace quarterdeck
