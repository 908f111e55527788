#pragma once

#include "ui/widgets/rowdelegate.h"

namespace quarterdeck {

/// Rows of the service list: shape and word of health, name with the worst alert beside it, figures in columns.
class ServiceDelegate final : public RowDelegate {
    Q_OBJECT

public:
    explicit ServiceDelegate(const Theme &theme, QObject *parent = nullptr);

protected:
    void paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    Token tokenOf(const QModelIndex &index) const override;
};

} // namespace quarterdeck
