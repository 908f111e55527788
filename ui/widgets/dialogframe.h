#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QDialog;

namespace quarterdeck {

/// The edge and the ground of a dialog, also where no window manager draws a frame round it: lies over its border, never in the way of
/// the mouse, and follows the theme. Thread: main.
class DialogFrame final : public QWidget {
    Q_OBJECT

public:
    /// Belongs to the dialog from then on.
    DialogFrame(const Theme &theme, QDialog *dialog);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();

    const Theme &m_theme;
    QDialog *m_dialog;
};

} // namespace quarterdeck
