#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace quarterdeck {

/// A small table of figures: the first column is text, the others stand right. Each row is a real button when it explains something.
class FigureTable final : public QWidget {
    Q_OBJECT

public:
    struct Cell {
        QString text;
        Token token = Token::Text;
    };
    using Row = std::vector<Cell>;
    explicit FigureTable(const Theme &theme, QWidget *parent = nullptr);
    /// Relative widths of the columns.
    void setColumns(const QStringList &names, const QList<int> &widths);
    void setRows(std::vector<Row> rows);
    int rowCount() const { return int(m_rows.size()); }
    QString cellText(int row, int column) const;
    /// A row in one sentence: "Rule DiskFull, Incidents 17".
    QString rowText(int row) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// A row was chosen by mouse or keyboard.
    void activated(int row);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF cellRect(int row, int column) const;
    int rowAt(int y) const;
    int headHeight() const;
    void setCurrent(int row);

    const Theme &m_theme;
    QStringList m_names;
    QList<int> m_widths;
    std::vector<Row> m_rows;
    int m_current = 0;
};

} // namespace quarterdeck
