#pragma once

#include <QObject>

class QMainWindow;

namespace quarterdeck {

/// Keeps the menu bar out of sight until Alt alone is pressed, and hides it again when the focus leaves it. Where the desktop shows
/// menus elsewhere it does nothing.
class MenuReveal final : public QObject {
    Q_OBJECT

public:
    explicit MenuReveal(QMainWindow &window);
    ~MenuReveal() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QMainWindow &m_window;
    bool m_isAltAlone = false;
};

} // namespace quarterdeck
