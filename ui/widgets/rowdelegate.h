#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace quarterdeck {

/// Base of the list delegates: ground, focus bar, hairline, elided text and figures in columns. A page derives from it and overrides
/// paintCell; the row height is the theme's.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(const Theme &theme, QObject *parent = nullptr);
    /// Ground, focus bar and hairline, then paintCell().
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Columns whose text is drawn right aligned with tabular figures.
    void setFigureColumns(QList<int> columns) { m_figureColumns = std::move(columns); }
    bool isFigureColumn(int column) const { return m_figureColumns.contains(column); }
    /// A cell without its padding, which is wider at both ends of the row.
    static QRectF padded(const QRectF &cell, int column, int columns, bool isRightToLeft = false);

protected:
    /// Draws the content of one cell; ground and hairline are there already, font and pen are set. `rect` has the cell's padding off.
    virtual void paintCell(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// The colour of a cell's text; the first column's is Text, others' Muted.
    virtual Token tokenOf(const QModelIndex &index) const;
    const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
    QList<int> m_figureColumns;
};

} // namespace quarterdeck
