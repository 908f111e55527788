#include "ui/shell/windowprivate.h"

#include "app/core/clock.h"
#include "app/ports/outbox.h"
#include "app/ports/preferences.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/shell/helpoverlay.h"
#include "ui/shell/outboxsheet.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/toast.h"

namespace quarterdeck {

void MainWindow::Private::applyPreferences()
{
    const PreferenceValues values = parts.preferences.values();
    using Appearance = PreferenceValues::Appearance;
    switch (values.appearance) {
    case Appearance::System:
        parts.theme.followDesktop();
        break;
    case Appearance::Light:
        parts.theme.setScheme(Theme::Scheme::Light);
        break;
    case Appearance::Dark:
        parts.theme.setScheme(Theme::Scheme::Dark);
        break;
    case Appearance::HighContrast:
        parts.theme.setScheme(Theme::Scheme::HighContrastDark);
        break;
    }
    parts.theme.setCompact(values.density == PreferenceValues::Density::Compact);
    parts.theme.setReducedMotion(values.isReducedMotion);
    parts.time.setUtc(values.isUtc);
    chords->setSingleKeysEnabled(values.isSingleKeyEnabled);
}

void MainWindow::Private::refreshOutbox()
{
    then(parts.outbox.entries(), &window, [this](const Result<std::vector<OutboxEntry>> &entries) {
        if (entries) {
            status->setOutbox(*entries);
        } else {
            status->setOutboxUnreadable(errorWords(entries.error()));
        }
    });
}

void MainWindow::Private::tick()
{
    const UtcTime now = parts.clock.now();
    const TimeControl &time = parts.time;
    topBar->tick(time.clockText(now), time.zoneText());
    topBar->setLiveCount(status->liveCount(), status->sourceCount(), status->isOffline());
    status->tick(now, [&time](UtcTime at) { return time.clockText(at, false); });
}

void MainWindow::Private::openOutbox()
{
    then(parts.outbox.entries(), &window, [this](const Result<std::vector<OutboxEntry>> &entries) {
        if (entries) {
            const auto exact = [this](UtcTime at) { return parts.time.exactText(at); };
            outboxSheet->openWith(*entries, {[this](UtcTime at) { return parts.time.clockText(at); }, exact});
        } else {
            window.toast(errorWords(entries.error()));
        }
    });
}

void MainWindow::Private::shiftRange(double part)
{
    const TimeRange range = parts.time.range();
    const Millis by(qint64(double(range.length().count()) * part));
    const TimeRange moved {range.from + by, range.to + by};
    // The future holds nothing: reaching the present means live again.
    if (moved.to >= parts.clock.now()) {
        parts.time.setSpan(range.length());
    } else {
        parts.time.setFixed(moved);
    }
}

void MainWindow::Private::zoomRange(double factor)
{
    const TimeRange range = parts.time.range();
    const auto length = std::clamp<qint64>(qint64(double(range.length().count()) * factor), 60'000, 90LL * 86'400'000);
    if (parts.time.isSliding()) {
        parts.time.setSpan(Millis(length));
        return;
    }
    const UtcTime middle = range.from + Millis(range.length().count() / 2);
    parts.time.setFixed({middle - Millis(length / 2), middle + Millis(length / 2)});
}

void MainWindow::Private::exportCsv()
{
    const Page *shown = currentPage();
    const QByteArray csv = shown == nullptr ? QByteArray() : shown->exportCsv();
    if (csv.isEmpty()) {
        window.toast(tr("This page has no table to export."));
        return;
    }
    saveFile(&window, {tr("Export as CSV"), current + QStringLiteral(".csv"), csv}, [this](const QString &sentence) { window.toast(sentence); });
}

void MainWindow::Private::undo()
{
    if (toast->undoNow()) {
        return;
    }
    const QList<QAction *> verbs = currentPage() == nullptr ? QList<QAction *>() : currentPage()->verbs();
    const auto own = std::find_if(verbs.begin(), verbs.end(), [](const QAction *verb) { return verb->property("undoesOnPage").toBool(); });
    if (own == verbs.end() || !(*own)->isEnabled()) {
        window.toast(tr("There is nothing to undo."));
    } else {
        (*own)->trigger();
    }
}

void MainWindow::Private::showKeys()
{
    QList<HelpOverlay::Group> groups;
    if (const Page *shown = currentPage()) {
        groups.append({pageTitle(current), shown->verbs()});
    }
    groups.append({tr("All pages"), actions->all()});
    help->openWith(groups);
}

} // namespace quarterdeck
