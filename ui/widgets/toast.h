#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QTimer;

namespace quarterdeck {

class PlainLabel;

/// A short message at the foot of the window, with Undo for ten seconds where there is one. Never takes the focus.
class Toast final : public QWidget {
    Q_OBJECT

public:
    Toast(const Theme &theme, QWidget *parent);
    /// Replaces what is shown; an undo that was offered before is gone.
    void showSentence(const QString &sentence, std::function<void()> undo = {});
    /// Runs the undo that is offered now; false when there is none.
    bool undoNow();
    /// Places itself in the parent: bottom, centred.
    void place();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    PlainLabel *m_label;
    QPushButton *m_undoButton;
    QTimer *m_timer;
    std::function<void()> m_undo;
};

} // namespace quarterdeck
