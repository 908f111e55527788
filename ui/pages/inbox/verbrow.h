#pragma once

#include <QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace quarterdeck {

class Theme;

/// Verbs side by side, the first of them the primary one, and a menu of all others. Where there is no room they give way into the menu, the
/// last one first; the primary one and the menu always stand.
class VerbRow final : public QWidget {
    Q_OBJECT

public:
    /// `menuName` is what the menu is called for who cannot see it.
    VerbRow(const Theme &theme, const QString &menuName, QWidget *parent = nullptr);
    /// Adds a button at the end, and the action that stands for it in the menu.
    void add(QPushButton *button, QAction *action);
    /// Adds an action that stands only in the menu.
    void addToMenu(QAction *action);
    QToolButton *more() const { return m_more; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Verb {
        QPushButton *button;
        QAction *action;
    };
    std::size_t fitting() const;
    void fit();

    QHBoxLayout *m_row;
    QToolButton *m_more;
    QMenu *m_menu;
    std::vector<Verb> m_verbs;
    std::size_t m_shown = 0;
};

} // namespace quarterdeck
