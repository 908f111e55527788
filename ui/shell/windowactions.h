#pragma once

#include <QAction>
#include <QList>
#include <QMap>

#include <functional>

class QMainWindow;
class QMenu;

namespace quarterdeck {

/// Every action of the window itself, each with a key, and the menu bar that holds them beside the verbs of the page.
class WindowActions final : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow &window);
    /// Menus, in order.
    enum class Menu : quint8 { File, Go, View, Help };
    /// Adds an action; `key` may be a chord that somebody else handles ("g i"): then it is only shown.
    QAction *add(Menu menu, const QString &id, const QString &text, const QString &key, std::function<void()> run);
    void addSeparator(Menu menu);
    /// Shows the verbs of the page that is shown now, and gives way where one of them has the same key.
    void setVerbs(const QString &pageTitle, const QList<QAction *> &verbs);
    QAction *action(const QString &id) const { return m_actions.value(id); }
    /// In the order they were added.
    QList<QAction *> all() const { return m_order; }
    QMenu *verbMenu() const { return m_verbs; }

private:
    QMainWindow &m_window;
    QMap<int, QMenu *> m_menus;
    QMenu *m_verbs;
    QMap<QString, QAction *> m_actions;
    QList<QAction *> m_order;
};

} // namespace quarterdeck
