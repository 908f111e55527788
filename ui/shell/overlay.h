#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace quarterdeck {

/// A sheet over the whole window: the rest is dimmed, Escape or a click beside it closes, Tab stays within, and the focus goes back to
/// where it was.
class Overlay : public QWidget {
    Q_OBJECT

public:
    Overlay(const Theme &theme, QWidget *window);
    /// Opens and gives the focus to `first`.
    void open(QWidget *first);
    void dismiss();
    bool isOpen() const { return isVisible(); }

signals:
    /// It was closed, by whatever way.
    void closed();

protected:
    /// Where the content goes.
    QVBoxLayout *content() const { return m_content; }
    /// Width of the sheet at most; distance from the top. Units: pixels.
    void setSheet(int width, int top);
    const Theme &theme() const { return m_theme; }

    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    const Theme &m_theme;
    QWidget *m_sheet;
    QVBoxLayout *m_content;
    QPointer<QWidget> m_before;
    int m_width = 560;
    int m_top = 72;
};

} // namespace quarterdeck
