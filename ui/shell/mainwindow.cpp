#include "ui/shell/mainwindow.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/core/timepoint.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/shell/banners.h"
#include "ui/shell/browser.h"
#include "ui/shell/confirmsheet.h"
#include "ui/shell/links.h"
#include "ui/shell/rail.h"
#include "ui/shell/session.h"
#include "ui/shell/windowprivate.h"
#include "ui/widgets/toast.h"

#include <QEvent>
#include <QScreen>

namespace quarterdeck {

MainWindow::MainWindow(const Parts &parts, std::vector<std::unique_ptr<PageFactory>> factories)
    : d(std::make_unique<Private>(*this, parts, std::move(factories)))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Quarterdeck"));
    setMinimumSize(720, 480);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    d->build();
    if (!d->factories.empty()) {
        d->showPage({d->factories.front()->id(), {}, {}});
    }
}

MainWindow::~MainWindow()
{
    // Pages use what the window is made of: they go first.
    for (Page *page : std::as_const(d->pages)) {
        delete page;
    }
    d->pages.clear();
}

void MainWindow::go(const Destination &destination)
{
    const QString id = destination.page.isEmpty() ? d->current : destination.page;
    if (d->factory(id) == nullptr) {
        toast(tr("There is no page “%1”.").arg(destination.page));
        return;
    }
    constexpr qsizetype Remembered = 100;
    if (const Page *page = d->currentPage()) {
        d->history.append(page->current());
        d->history.last().page = d->current;
        if (d->history.size() > Remembered) {
            d->history.removeFirst();
        }
    }
    Destination there = destination;
    there.page = id;
    d->showPage(there);
}

void MainWindow::back()
{
    if (!d->history.isEmpty()) {
        d->showPage(d->history.takeLast());
    }
}

void MainWindow::toast(const QString &sentence, std::function<void()> undo)
{
    d->toast->showSentence(sentence, std::move(undo));
}

void MainWindow::openExternal(const QString &url)
{
    const QString refusal = refusalOf(url);
    if (!refusal.isEmpty()) {
        toast(refusal);
        return;
    }
    d->confirm->ask(tr("Open %1 in your browser?").arg(shownHost(url)), url, tr("Open"), [this, url] {
        if (!openInBrowser(url)) {
            toast(tr("Could not start a browser."));
        }
    });
}

void MainWindow::openFile(const QString &path)
{
    if (!openLocalFile(path)) {
        toast(tr("No program found to open %1.").arg(text::plain(path, 300)));
    }
}

void MainWindow::setBanner(const QString &id, const QString &sentence, const QString &actionText, const std::function<void()> &action)
{
    d->banners->set(id, sentence, actionText, action);
}

void MainWindow::setContext(const QString &name, const QString &colour, bool isReadOnly)
{
    const bool isMarked = colour == QLatin1StringView("red");
    const Token token = isMarked                                                         ? Token::Critical
        : colour == QLatin1StringView("yellow") || colour == QLatin1StringView("orange") ? Token::Warning
                                                                                         : Token::Text;
    d->rail->setFoot(name.isEmpty() ? QString() : tr("Context"), name, isReadOnly ? tr("read-only") : QString(), token);
}

bool MainWindow::openLink(const QString &link)
{
    const auto destination = parseLink(link);
    if (!destination || d->factory(destination->page) == nullptr) {
        toast(tr("This link does not point to anything in this window."));
        return false;
    }
    const UtcTime now = d->parts.clock.now();
    const auto from = parseTimePoint(destination->arguments.value(QStringLiteral("from")), now);
    const auto to = parseTimePoint(destination->arguments.value(QStringLiteral("to")), now, RangeEnd::To);
    if (from && to && *from < *to) {
        d->parts.time.setFixed({*from, *to});
    }
    go(*destination);
    return true;
}

QByteArray MainWindow::saveSession() const
{
    Session session;
    session.geometry = saveGeometry();
    session.page = d->current;
    session.spanMs = qint64(d->parts.time.span().count());
    session.places = d->restored.values();
    for (auto it = d->pages.begin(); it != d->pages.end(); ++it) {
        Destination place = it.value()->current();
        place.page = it.key();
        session.places.append(place);
    }
    return session.save();
}

void MainWindow::restoreSession(const QByteArray &bytes)
{
    const Session session = Session::load(bytes);
    if (!session.geometry.isEmpty()) {
        restoreGeometry(session.geometry);
    }
    d->parts.time.setSpan(Millis(std::clamp<qint64>(session.spanMs, 60'000, 90LL * 86'400'000)));
    for (const Destination &place : session.places) {
        d->restored.insert(place.page, place);
    }
    if (d->factory(session.page) != nullptr) {
        d->showPage(d->restored.value(session.page, {session.page, {}, {}}));
    }
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const auto &factory : d->factories) {
        ids += factory->id();
    }
    return ids;
}

QString MainWindow::currentPageId() const
{
    return d->current;
}

bool MainWindow::event(QEvent *event)
{
    const bool isHandled = QMainWindow::event(event);
    // While the parts are being made or taken down there is nothing to tell.
    if (!d || d->toast == nullptr) {
        return isHandled;
    }
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
        if (isVisible() && !isMinimized()) {
            d->tick();
            d->second.start();
        } else {
            d->second.stop();
        }
        break;
    case QEvent::Resize:
        if (d->toast->isVisible()) {
            d->toast->place();
        }
        break;
    default:
        break;
    }
    return isHandled;
}

} // namespace quarterdeck
