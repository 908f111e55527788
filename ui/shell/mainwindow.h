#pragma once

#include "ui/pages/api/page.h"

#include <QMainWindow>

namespace quarterdeck {

/// The window: rail, palette, time control, status line and the pages. Knows pages only by their factories. Thread: main.
class MainWindow final : public QMainWindow, public Navigator {
    Q_OBJECT

public:
    /// Everything a page gets, but the navigator, which is this window.
    struct Parts {
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
        Theme &theme;
    };
    MainWindow(const Parts &parts, std::vector<std::unique_ptr<PageFactory>> factories);
    ~MainWindow() override;

    // Navigator
    void go(const Destination &destination) override;
    void back() override;
    void toast(const QString &sentence, std::function<void()> undo = {}) override;
    void openExternal(const QString &url) override;
    void openFile(const QString &path) override;

    /// A bar above the page that stays: the demo, a damaged store, read-only. Empty removes it.
    void setBanner(const QString &id, const QString &sentence, const QString &actionText = {}, const std::function<void()> &action = {});
    /// Name of the context in force, at the foot of the rail; `colour` is its marker word ("red"), `isReadOnly` is said beside it.
    void setContext(const QString &name, const QString &colour, bool isReadOnly);
    /// Follows a quarterdeck: link; only navigates. False for a link it does not know.
    bool openLink(const QString &link);
    /// Where the window stands, for the next start; and back.
    QByteArray saveSession() const;
    void restoreSession(const QByteArray &session);
    /// Ids of the pages in the order of the rail, and the one that is shown.
    QStringList pageIds() const;
    QString currentPageId() const;

protected:
    bool event(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
