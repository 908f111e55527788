#pragma once

#include "ui/shell/mainwindow.h"

#include "ui/shell/keychords.h"
#include "ui/shell/palette.h"

#include <QPointer>
#include <QTimer>

class QStackedWidget;

namespace quarterdeck {

class Banners;
class CommandPalette;
class ConfirmSheet;
class HelpOverlay;
class MenuReveal;
class OutboxSheet;
class Rail;
class RangeSheet;
class StatusLine;
class Toast;
class TopBar;
class WindowActions;

/// What the window is made of. Only the files of this folder include this.
class MainWindow::Private {
public:
    /// Takes the ports and the factories; build() makes the widgets.
    Private(MainWindow &theWindow, const Parts &theParts, std::vector<std::unique_ptr<PageFactory>> theFactories);
    ~Private();

    // windowprivate.cpp: pages and places
    const PageFactory *factory(const QString &id) const;
    Page *page(const QString &id);
    Page *currentPage() const;
    void showPage(const Destination &destination);
    void createEveryPage();
    QString pageTitle(const QString &id) const;
    // windowlayout.cpp: putting together
    void build();
    void buildSheets();
    void buildActions();
    void buildRangeActions();
    void connectPorts();
    // windowstate.cpp: what the ports say
    void applyPreferences();
    void refreshOutbox();
    void tick();
    void openOutbox();
    void shiftRange(double part);
    void zoomRange(double factor);
    void exportCsv();
    void showKeys();
    // windowpalette.cpp
    std::vector<PaletteLine> paletteLines(const QString &text);

    MainWindow &window;
    Parts parts;
    PageContext context;
    std::vector<std::unique_ptr<PageFactory>> factories;
    QMap<QString, Page *> pages;
    QMap<QString, Destination> restored;
    QList<Destination> history;
    QString current;

    TopBar *topBar = nullptr;
    Rail *rail = nullptr;
    Banners *banners = nullptr;
    QStackedWidget *stack = nullptr;
    StatusLine *status = nullptr;
    Toast *toast = nullptr;
    CommandPalette *palette = nullptr;
    HelpOverlay *help = nullptr;
    ConfirmSheet *confirm = nullptr;
    RangeSheet *rangeSheet = nullptr;
    OutboxSheet *outboxSheet = nullptr;
    WindowActions *actions = nullptr;
    std::unique_ptr<KeyChords> chords;
    std::unique_ptr<MenuReveal> menuReveal;
    QTimer second;
};

} // namespace quarterdeck
