#pragma once

#include "models/alertmodel.h"
#include "ui/pages/inbox/alertrowpainter.h"

#include <QPersistentModelIndex>
#include <QTableView>

namespace quarterdeck {

/// The list of the inbox: paints whole rows, keeps the row being read where it is while the list lives, keeps its current alert by
/// identity over every change. Thread: main.
class AlertList final : public QTableView {
    Q_OBJECT

public:
    AlertList(const Theme &theme, const Clock &clock, const TimeControl &time, AlertModel &model, QWidget *parent = nullptr);

    /// Row of the keyboard; -1: none.
    int currentRow() const { return currentIndex().row(); }
    void setCurrentRow(int row);
    /// Moves by so many rows.
    void step(int rows);
    bool isAtTop() const;
    /// What its rows say.
    const RowWords &words() const { return m_painter.words(); }
    /// A tick whether every source is live: then, and only then, resolved ones are green.
    void setAllLive(bool allLive) { m_painter.setAllLive(allLive); }

    void keyboardSearch(const QString &) override { }

signals:
    /// The reader came to the top of the list or left it.
    void atTopChanged(bool atTop);
    /// Another row, or other contents in it.
    void currentRowChanged(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void rememberPlace();
    void restorePlace();
    void rememberKey();
    void restoreKey();
    void rememberNeighbour(const QModelIndex &parent, int first, int last);
    void takeNeighbour();
    /// The row becomes the current one; -1: none is.
    void choose(int row);
    void sizeColumns();

    const Theme &m_theme;
    AlertModel &m_model;
    AlertRowPainter m_painter;
    QPersistentModelIndex m_anchor; // row at the top of the view while something changes
    int m_anchorOffset = 0;
    AlertKey m_currentKey;
    int m_currentBefore = -1;
    QPersistentModelIndex m_neighbour; // of the current row, which is being removed
    bool m_isCurrentLost = false;
    int m_heardRow = -1;         // number of the row that became the current one last
    bool m_isHeardAlone = false; // the current one has the number of the one before it
    bool m_isAtTop = true;
    bool m_isRestoring = false;
};

} // namespace quarterdeck
