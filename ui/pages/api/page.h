#pragma once

#include "ui/pages/api/navigator.h"

#include <QAction>
#include <QWidget>

#include <memory>
#include <vector>

namespace quarterdeck {

class Clock;
class Library;
class OnCallReader;
class Outbox;
class Preferences;
class Reader;
class RunLog;
class SecretBook;
class SourceEditor;
class Sources;
class Telemetry;
class Theme;
class TimeControl;

/// Everything a page may use.
struct PageContext {
    Reader &reader;
    Outbox &outbox;
    Sources &sources;
    Telemetry &telemetry;
    OnCallReader &onCall;
    RunLog &runLog;
    Library &library;
    Preferences &preferences;
    SecretBook &secrets;
    SourceEditor &editor;
    TimeControl &time;
    const Clock &clock;
    const Theme &theme;
    Navigator &navigator;
};

/// Something the command palette can offer: a service, an alert, a runbook.
struct PaletteItem {
    QString title;
    QString detail;
    Destination destination;
};

/// One page of the window.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// Shows an object of the page: the rest of a Destination.
    virtual void show(const Destination &destination) = 0;
    /// Where it stands now, to come back to and to restore after a restart.
    virtual Destination current() const = 0;
    /// Verbs of the page with their keys: for the menu, the palette and the help overlay.
    virtual QList<QAction *> verbs() const = 0;
    /// Objects of the page for the palette, best match first, at most `limit`.
    virtual std::vector<PaletteItem> find(const QString &text, int limit) const = 0;
    /// CSV of what is shown, or empty where the page has nothing tabular.
    virtual QByteArray exportCsv() const { return {}; }

signals:
    /// A number for the rail: open criticals of the inbox; 0 hides it.
    void badgeChanged(int count);
    /// currently shown object changed; the shell remembers it.
    void currentChanged();
};

/// Makes one kind of page.
class PageFactory {
public:
    virtual ~PageFactory() = default;
    /// "inbox": also the name in links.
    virtual QString id() const = 0;
    /// Translated name in the rail.
    virtual QString title() const = 0;
    /// The letter after g.
    virtual QChar key() const = 0;
    /// Icon name of resources/icons.
    virtual QString icon() const = 0;
    virtual Page *create(const PageContext &context, QWidget *parent) const = 0;
};

} // namespace quarterdeck
