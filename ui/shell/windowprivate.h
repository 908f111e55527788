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
    /// The factory of a page; null for an unknown id.
    const PageFactory *factory(const QString &id) const;
    /// The page, made when first needed; null for an unknown id.
    Page *page(const QString &id);
    Page *currentPage() const;
    /// Shows a page and an object of it, without a step in the history.
    void showPage(const Destination &destination);
    /// Makes the pages that were not needed yet, so that their verbs and objects can be found.
    void createEveryPage();
    /// Translated name of a page.
    QString pageTitle(const QString &id) const;
    // windowlayout.cpp: putting together
    /// Builds the frame of the window.
    void build();
    /// Builds what lies above the page: palette, help, outbox, range, confirm.
    void buildSheets();
    /// Builds the menus and their actions.
    void buildActions();
    /// What F6 walks: the bars, the rail and the panes of the page.
    QList<QWidget *> regions() const;
    /// Builds the actions of the time range.
    void buildRangeActions();
    /// Follows the ports.
    void connectPorts();
    // windowstate.cpp: what the ports say
    /// Applies the choices of the settings page.
    void applyPreferences();
    /// Counts what waits in the outbox.
    void refreshOutbox();
    /// Once a second, while visible: ages and the clock.
    void tick();
    /// Opens the sheet of waiting actions.
    void openOutbox();
    /// Moves the range by a part of its length; negative is earlier.
    void shiftRange(double part);
    /// Makes the range longer or shorter around its middle.
    void zoomRange(double factor);
    /// Asks where to, then writes the table of the page.
    void exportCsv();
    /// Takes back what a message offers to undo, else what was done on the page.
    void undo();
    /// Opens the keys of the page.
    void showKeys();
    // windowpalette.cpp
    /// What the palette offers for a text, best first.
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
