#include "app/desktop/desktop.h"

#include "app/bootstrap/ipcserver.h"
#include "app/bootstrap/keyringbook.h"
#include "app/bootstrap/sourcebook.h"
#include "app/core/text.h"
#include "app/desktop/notifier.h"
#include "app/desktop/preferencestore.h"
#include "app/desktop/welcome.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/errorwords.h"

#include <QAction>
#include <QApplication>
#include <QProcess>
#include <QStackedWidget>
#include <QTimer>

// A configuration that changes: the first one, and every one after that.
namespace quarterdeck {

void Desktop::close()
{
    m_ipc.reset();
    m_window.reset();
    m_notifier.reset();
    m_editor.reset();
    m_secrets.reset();
    m_preferences.reset();
    m_engine.reset();
}

// Engine and window are made anew, as at a start; what waits in the outbox and where the window stood is stored.
void Desktop::reload()
{
    keepSession();
    // Between the windows there is none, which is not the end.
    const bool quits = QGuiApplication::quitOnLastWindowClosed();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    close();
    const auto opened = open();
    QGuiApplication::setQuitOnLastWindowClosed(quits);
    if (!opened) {
        // A start says in a window of its own what is wrong.
        QCoreApplication::exit(StartAgain);
        return;
    }
    m_window->activateWindow();
}

void Desktop::tellChange(const SourceId &source, SourceChange change)
{
    if (!m_window) {
        return;
    }
    const QString name = text::plain(source, 80);
    const auto undo = [this] {
        if (const auto undone = m_editor->undo(); !undone) {
            m_window->toast(errorWords(undone.error()));
        }
    };
    switch (change) {
    case SourceChange::Added:
        m_window->toast(tr("The source %1 was added.").arg(name), undo);
        break;
    case SourceChange::Changed:
        m_window->toast(tr("The source %1 was changed.").arg(name), undo);
        break;
    case SourceChange::Removed:
        m_window->toast(tr("The source %1 was removed.").arg(name), undo);
        break;
    case SourceChange::AddUndone:
        m_window->toast(tr("Undone: the source %1 is no longer added.").arg(name));
        break;
    case SourceChange::ChangeUndone:
        m_window->toast(tr("Undone: the source %1 is as it was before the change.").arg(name));
        break;
    case SourceChange::RemoveUndone:
        m_window->toast(tr("Undone: the source %1 is back.").arg(name));
        break;
    case SourceChange::ReadAgain:
        m_window->toast(tr("Configuration reloaded."));
        break;
    }
}

void Desktop::showWelcome()
{
    auto *welcome = new Welcome(*m_theme, m_preferences->configFile(), m_window->centralWidget());
    welcome->show();
    welcome->raise();
    // Who goes to a page by its key wants to see it.
    connect(m_window->findChild<QStackedWidget *>(QStringLiteral("pages")), &QStackedWidget::currentChanged, welcome, &QWidget::close);
    connect(welcome, &Welcome::demoRequested, this, [this, welcome] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")});
        m_window->toast(tr("The demo opens in its own window."));
        welcome->setFocus();
    });
    connect(welcome, &Welcome::addRequested, this, [this, welcome] {
        welcome->close();
        m_window->go({QStringLiteral("settings"), {}, {}});
        m_window->findChild<QAction *>(QStringLiteral("addSource"))->trigger();
    });
    connect(welcome, &Welcome::openRequested, this, [this] {
        const auto made = m_editor->makeFile();
        if (!made) {
            m_window->toast(errorWords(made.error()));
            return;
        }
        m_window->openFile(m_preferences->configFile());
    });
    connect(welcome, &Welcome::configured, this, [this] { QTimer::singleShot(0, this, &Desktop::reload); });
}

} // namespace quarterdeck
