#include "ui/shell/windowprivate.h"

#include "app/ports/outbox.h"
#include "app/ports/preferences.h"
#include "app/ports/reader.h"
#include "app/ports/sources.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/shell/banners.h"
#include "ui/shell/confirmsheet.h"
#include "ui/shell/helpoverlay.h"
#include "ui/shell/links.h"
#include "ui/shell/menureveal.h"
#include "ui/shell/outboxsheet.h"
#include "ui/shell/rail.h"
#include "ui/shell/rangesheet.h"
#include "ui/shell/regions.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quarterdeck {

void MainWindow::Private::build()
{
    auto *central = new QWidget(&window);
    central->setObjectName(QStringLiteral("central"));
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    topBar = new TopBar(parts.theme, parts.time, central);
    rail = new Rail(parts.theme, central);
    banners = new Banners(parts.theme, central);
    stack = new QStackedWidget(central);
    status = new StatusLine(parts.theme, central);
    stack->setObjectName(QStringLiteral("pages"));
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(banners);
    right->addWidget(stack, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail);
    middle->addLayout(right, 1);
    column->addWidget(topBar);
    column->addLayout(middle, 1);
    column->addWidget(status);
    window.setCentralWidget(central);
    for (const auto &one : factories) {
        rail->addPage(one->id(), one->title(), one->key());
    }
    actions = new WindowActions(window);
    buildSheets();
    buildActions();
    buildRangeActions();
    connectPorts();
    applyPreferences();
    second.setInterval(1000);
}

void MainWindow::Private::buildSheets()
{
    palette = new CommandPalette(parts.theme, &window, [this](const QString &text) { return paletteLines(text); });
    help = new HelpOverlay(parts.theme, &window);
    confirm = new ConfirmSheet(parts.theme, &window);
    rangeSheet = new RangeSheet(parts.theme, &window);
    outboxSheet = new OutboxSheet(parts.theme, &window);
    toast = new Toast(parts.theme, &window);
    chords = std::make_unique<KeyChords>(window, parts.clock, [this](QChar key) {
        for (const auto &one : factories) {
            if (one->key() == key) {
                window.go({one->id(), {}, {}});
                return true;
            }
        }
        return false;
    });
    menuReveal = std::make_unique<MenuReveal>(window);
}

void MainWindow::Private::buildActions()
{
    using Menu = WindowActions::Menu;
    actions->add(Menu::File, QStringLiteral("export"), tr("&Export view as CSV…"), QStringLiteral("Ctrl+E"), [this] { exportCsv(); });
    actions->add(Menu::File, QStringLiteral("copyLink"), tr("Copy &link to this view"), QStringLiteral("Ctrl+Shift+L"), [this] {
        Destination here = currentPage() != nullptr ? currentPage()->current() : Destination {};
        here.page = current;
        QApplication::clipboard()->setText(linkTo(here));
        window.toast(tr("Link copied."));
    });
    actions->add(Menu::File, QStringLiteral("outbox"), tr("&Outbox…"), QStringLiteral("Ctrl+Shift+O"), [this] { openOutbox(); });
    actions->addSeparator(Menu::File);
    actions->add(Menu::File, QStringLiteral("quit"), tr("&Quit"), QStringLiteral("Ctrl+Q"), [this] { window.close(); });
    actions->add(Menu::Go, QStringLiteral("palette"), tr("Command &palette…"), QStringLiteral("Ctrl+K"), [this] { palette->openWith(); });
    actions->add(Menu::Go, QStringLiteral("back"), tr("&Back"), QStringLiteral("Alt+Left"), [this] { window.back(); });
    actions->add(Menu::Go, QStringLiteral("nextPart"), tr("&Next part of the window"), QStringLiteral("F6"), [this] { goToRegion(regions(), true); });
    actions->add(Menu::Go, QStringLiteral("previousPart"), tr("&Previous part of the window"), QStringLiteral("Shift+F6"),
        [this] { goToRegion(regions(), false); });
    actions->addSeparator(Menu::Go);
    for (const auto &one : factories) {
        const QString id = one->id();
        actions->add(Menu::Go, QStringLiteral("go_") + id, one->title(), QStringLiteral("g ") + one->key(), [this, id] { window.go({id, {}, {}}); });
    }
    actions->add(Menu::View, QStringLiteral("pause"), tr("&Pause or resume updates"), QStringLiteral("Ctrl+L"),
        [this] { parts.sources.setPaused(!parts.sources.isPaused()); });
    actions->add(Menu::View, QStringLiteral("refresh"), tr("&Refresh all sources"), QStringLiteral("F5"), [this] {
        parts.sources.refresh();
        window.toast(tr("Refreshing all sources…"));
    });
    actions->add(
        Menu::View, QStringLiteral("zone"), tr("Switch UTC/local &time"), QStringLiteral("z"), [this] { parts.time.setUtc(!parts.time.isUtc()); });
    actions->add(Menu::View, QStringLiteral("undo"), tr("Undo &last action"), QStringLiteral("u"), [this] { undo(); });
    actions->add(Menu::Help, QStringLiteral("keys"), tr("&Keyboard shortcuts"), QStringLiteral("?"), [this] { showKeys(); });
    actions->add(Menu::Help, QStringLiteral("menuBar"), tr("Show &menu bar"), QStringLiteral("F10"), [this] {
        window.menuBar()->setVisible(true);
        window.menuBar()->setFocus();
    });
    actions->add(Menu::Help, QStringLiteral("about"), tr("&About Quarterdeck"), QStringLiteral("Shift+F1"), [this] {
        window.toast(tr("Quarterdeck %1, GPL-3.0. It connects only to the hosts in your configuration.").arg(QStringLiteral(QUARTERDECK_VERSION)));
    });
}

QList<QWidget *> MainWindow::Private::regions() const
{
    QList<QWidget *> found {topBar, banners, rail};
    const auto *splitter = currentPage() == nullptr ? nullptr : currentPage()->findChild<QSplitter *>();
    for (int i = 0; splitter != nullptr && i < splitter->count(); ++i) {
        found << splitter->widget(i);
    }
    if (splitter == nullptr || !splitter->isVisible()) {
        found << stack;
    }
    return found << status;
}

void MainWindow::Private::buildRangeActions()
{
    using Menu = WindowActions::Menu;
    actions->addSeparator(Menu::View);
    const std::tuple<QString, QString, Millis> spans[] = {{tr("Last 15 minutes"), QStringLiteral("Alt+1"), std::chrono::minutes(15)},
        {tr("Last hour"), QStringLiteral("Alt+2"), std::chrono::hours(1)}, {tr("Last 6 hours"), QStringLiteral("Alt+3"), std::chrono::hours(6)},
        {tr("Last 24 hours"), QStringLiteral("Alt+4"), std::chrono::hours(24)}};
    for (const auto &[text, key, span] : spans) {
        actions->add(Menu::View, QStringLiteral("span_") + key, text, key, [this, span = span] { parts.time.setSpan(span); });
    }
    actions->add(Menu::View, QStringLiteral("customRange"), tr("Choose a time range…"), QStringLiteral("Alt+5"),
        [this] { rangeSheet->openWith(parts.time.range(), parts.clock.now()); });
    actions->add(Menu::View, QStringLiteral("earlier"), tr("Earlier"), QStringLiteral("["), [this] { shiftRange(-0.5); });
    actions->add(Menu::View, QStringLiteral("later"), tr("Later"), QStringLiteral("]"), [this] { shiftRange(0.5); });
    actions->add(Menu::View, QStringLiteral("wider"), tr("Zoom out"), QStringLiteral("-"), [this] { zoomRange(2); });
    actions->add(Menu::View, QStringLiteral("narrower"), tr("Zoom in"), QStringLiteral("+"), [this] { zoomRange(0.5); });
}

void MainWindow::Private::connectPorts()
{
    MainWindow *w = &window;
    QObject::connect(topBar, &TopBar::paletteRequested, actions->action(QStringLiteral("palette")), &QAction::trigger);
    QObject::connect(topBar, &TopBar::customRangeRequested, actions->action(QStringLiteral("customRange")), &QAction::trigger);
    QObject::connect(topBar, &TopBar::zoneToggled, actions->action(QStringLiteral("zone")), &QAction::trigger);
    QObject::connect(topBar, &TopBar::pauseToggled, w, [this](bool paused) { parts.sources.setPaused(paused); });
    QObject::connect(rail, &Rail::chosen, w, [this](const QString &id) { window.go({id, {}, {}}); });
    QObject::connect(status, &StatusLine::helpRequested, w, [this] { showKeys(); });
    QObject::connect(status, &StatusLine::outboxRequested, w, [this] { openOutbox(); });
    QObject::connect(rangeSheet, &RangeSheet::chosen, w, [this](TimeRange range) { parts.time.setFixed(range); });
    QObject::connect(&second, &QTimer::timeout, w, [this] { tick(); });
    QObject::connect(&parts.time, &TimeControl::zoneChanged, w, [this] { tick(); });
    QObject::connect(&parts.sources, &Sources::statusChanged, w, [this](const SourceStatus &one) {
        status->setSource(one);
        tick();
    });
    QObject::connect(&parts.sources, &Sources::pausedChanged, topBar, &TopBar::setPaused);
    QObject::connect(&parts.reader, &Reader::changed, w, [this](const ChangeSet &changes) {
        if (changes.outbox) {
            refreshOutbox();
        }
    });
    QObject::connect(&parts.preferences, &Preferences::changed, w, [this] { applyPreferences(); });
    QObject::connect(outboxSheet, &OutboxSheet::withdrawRequested, w, [this](const QUuid &id) {
        then(parts.outbox.withdraw(id), &window,
            [this](const Result<Done> &done) { window.toast(done ? tr("Discarded: it will not be sent.") : errorWords(done.error())); });
    });
    QObject::connect(outboxSheet, &OutboxSheet::withdrawAllRequested, w, [this](const std::vector<QUuid> &ids) {
        then(parts.outbox.withdrawAll(ids), &window, [this](const Result<std::vector<QUuid>> &taken) {
            window.toast(taken ? tr("%Ln discarded: not sent.", nullptr, int(taken->size())) : errorWords(taken.error()));
        });
    });
    QObject::connect(outboxSheet, &OutboxSheet::resendRequested, w, [this](const QUuid &id) {
        then(parts.outbox.resend(id), &window,
            [this](const Result<OutboxEntry> &entry) { window.toast(entry ? tr("Queued again.") : errorWords(entry.error())); });
    });
    topBar->setPaused(parts.sources.isPaused());
    status->setSources(parts.sources.statuses());
    refreshOutbox();
}

} // namespace quarterdeck
