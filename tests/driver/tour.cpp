#include "tests/driver/tour.h"

#include "app/desktop/desktop.h"
#include "app/desktop/preferencestore.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>

#include <cstdio>

namespace quarterdeck {

namespace {

constexpr int PollMs = 250;
constexpr int LongestWaitMs = 60'000;

QWidget *frontOf(MainWindow &window)
{
    QWidget *active = QApplication::activeModalWidget();
    return active != nullptr ? active : &window;
}

} // namespace

Tour::Tour(Desktop &desktop, const QString &folder)
    : m_desktop(desktop)
    , m_folder(folder)
    , m_before(desktop.preferences().values())
{
    m_folder.mkpath(QStringLiteral("."));
}

void Tour::start()
{
    m_desktop.window().resize(QSize(1440, 900).boundedTo(m_desktop.window().screen()->availableSize()));
    Store &store = m_desktop.engine().store();
    connect(&store, &Reader::changed, this, [this](const ChangeSet &changes) { remember(changes.changedAlerts); });
    then(store.alerts(), this, [this](const Result<std::vector<Alert>> &alerts) {
        if (alerts) {
            remember(*alerts);
        }
    });
    if (m_desktop.isDemo()) {
        planIncident();
        planPages(Appearance::Dark);
        planPages(Appearance::Light);
        planRecovery();
    } else if (m_desktop.window().findChild<QWidget *>(QStringLiteral("welcome")) != nullptr) {
        planWelcome();
    } else {
        planSurvey();
    }
    QTimer::singleShot(PollMs, this, &Tour::next);
}

void Tour::next()
{
    if (m_at >= m_stops.size()) {
        m_desktop.preferences().setValues(m_before);
        QApplication::quit();
        return;
    }
    const Stop stop = m_stops[m_at++];
    stop.go();
    waitFor(stop, LongestWaitMs);
}

void Tour::waitFor(const Stop &stop, int leftMs)
{
    if (stop.isThere && !stop.isThere() && leftMs > 0) {
        QTimer::singleShot(PollMs, this, [this, stop, leftMs] { waitFor(stop, leftMs - PollMs); });
        return;
    }
    QTimer::singleShot(stop.pauseMs, this, [this, stop] {
        if (*stop.name != '\0') {
            picture(QString::fromLatin1(stop.name) + m_suffix);
        }
        closeDialogs();
        next();
    });
}

void Tour::picture(const QString &name)
{
    MainWindow &window = m_desktop.window();
    QPixmap whole = window.grab();
    QPainter painter(&whole);
    for (QWidget *dialog : QApplication::topLevelWidgets()) {
        if (dialog != &window && dialog->isVisible() && qobject_cast<QDialog *>(dialog) != nullptr) {
            painter.drawPixmap(dialog->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), dialog->grab());
        }
    }
    painter.end();
    const QString file = m_folder.absoluteFilePath(name + QStringLiteral(".png"));
    const bool isSaved = whole.save(file);
    std::printf("%s %s\n", isSaved ? "picture" : "could not save", qUtf8Printable(file));
    std::fflush(stdout);
}

void Tour::act(const char *name)
{
    auto *action = frontOf(m_desktop.window())->findChild<QAction *>(QString::fromLatin1(name));
    if (action == nullptr || !action->isEnabled()) {
        std::fprintf(stderr, "tour: %s is not available here\\n", name);
        return;
    }
    action->trigger();
}

void Tour::closeDialogs()
{
    for (QWidget *dialog : QApplication::topLevelWidgets()) {
        if (auto *open = qobject_cast<QDialog *>(dialog); open != nullptr && open->isVisible()) {
            open->reject();
        }
    }
}

void Tour::go(const char *page, const QString &object, const QMap<QString, QString> &arguments)
{
    m_desktop.window().go({QString::fromLatin1(page), object, arguments});
}

void Tour::setAppearance(Appearance appearance)
{
    PreferenceValues values = m_desktop.preferences().values();
    values.appearance = appearance;
    m_desktop.preferences().setValues(values);
}

void Tour::chooseRow(const char *name, int row, bool activate)
{
    auto *view = m_desktop.window().findChild<QAbstractItemView *>(QString::fromLatin1(name));
    if (view == nullptr || view->model() == nullptr || view->model()->rowCount() == 0) {
        return;
    }
    const int there = row < 0 ? view->model()->rowCount() - 1 : std::min(row, view->model()->rowCount() - 1);
    const QModelIndex index = view->model()->index(there, 0);
    view->setCurrentIndex(index);
    view->scrollTo(index);
    if (activate) {
        emit view->activated(index);
    }
}

void Tour::type(const char *edit, const QString &text)
{
    if (auto *line = m_desktop.window().findChild<QLineEdit *>(QString::fromLatin1(edit))) {
        line->setText(text);
    }
}

void Tour::press(const char *button)
{
    auto *found = m_desktop.window().findChild<QAbstractButton *>(QString::fromLatin1(button));
    if (found != nullptr && found->isVisible()) {
        found->click();
    }
}

} // namespace quarterdeck
