#include "ui/shell/windowactions.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace quarterdeck {

namespace {

// What is typed with Shift on many keyboards arrives with or without it, by platform.
QList<QKeySequence> keysOf(const QString &key)
{
    if (key.isEmpty()) {
        return {};
    }
    const bool isShifted = key == QLatin1StringView("?") || key == QLatin1StringView("+");
    return isShifted ? QList<QKeySequence> {QKeySequence(key), QKeySequence(QStringLiteral("Shift+") + key)}
                     : QList<QKeySequence> {QKeySequence(key)};
}

} // namespace

WindowActions::WindowActions(QMainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    QMenuBar *bar = window.menuBar();
    bar->setObjectName(QStringLiteral("menuBar"));
    m_menus.insert(int(Menu::File), bar->addMenu(tr("&File")));
    m_menus.insert(int(Menu::Go), bar->addMenu(tr("&Go")));
    m_verbs = bar->addMenu(tr("&Page"));
    m_menus.insert(int(Menu::View), bar->addMenu(tr("&View")));
    m_menus.insert(int(Menu::Help), bar->addMenu(tr("&Help")));
}

QAction *WindowActions::add(Menu menu, const QString &id, const QString &text, const QString &key, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QStringLiteral("action_") + id);
    const bool isChord = key.startsWith(QLatin1StringView("g "));
    if (isChord) {
        // The tab puts it where the menu shows keys.
        action->setText(text + u'\t' + key);
        action->setProperty("shownKey", key);
    } else {
        action->setProperty("defaultKey", key);
        action->setShortcuts(keysOf(key));
    }
    connect(action, &QAction::triggered, this, std::move(run));
    m_menus.value(int(menu))->addAction(action);
    m_window.addAction(action);
    m_actions.insert(id, action);
    m_order.append(action);
    return action;
}

void WindowActions::addSeparator(Menu menu)
{
    m_menus.value(int(menu))->addSeparator();
}

void WindowActions::setVerbs(const QString &pageTitle, const QList<QAction *> &verbs)
{
    m_verbs->clear();
    m_verbs->setTitle(pageTitle);
    m_verbs->addActions(verbs);
    m_verbs->menuAction()->setVisible(!verbs.isEmpty());
    for (QAction *own : std::as_const(m_order)) {
        const QList<QKeySequence> keys = keysOf(own->property("defaultKey").toString());
        const bool isTaken = !keys.isEmpty()
            && std::any_of(verbs.begin(), verbs.end(), [&keys](const QAction *verb) { return verb->shortcuts().contains(keys.first()); });
        own->setShortcuts(isTaken ? QList<QKeySequence>() : keys);
    }
}

} // namespace quarterdeck
