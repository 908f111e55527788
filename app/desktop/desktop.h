#pragma once

#include "app/bootstrap/engine.h"
#include "app/desktop/options.h"
#include "app/ports/sourceeditor.h"

#include <QObject>

#include <memory>

class QApplication;

namespace quarterdeck {

class ConfigEditor;
class DemoDirector;
class IpcServer;
class KeyringBook;
class MainWindow;
class Notifier;
class PreferenceStore;
class SourceBook;
class Theme;
class TimeControl;
class Welcome;

/// The window with everything behind it: engine, preferences, notifications, the demo, the door for the command line. Thread: main.
class Desktop final : public QObject {
    Q_OBJECT

public:
    /// Exit code of the event loop that asks for a new start, because the configuration could not be taken in.
    static constexpr int StartAgain = 75;
    Desktop(QApplication &app, DesktopOptions options, const Clock &clock);
    ~Desktop() override;
    /// Puts it together and shows the window. Errors: in words, for standard error.
    Result<Done> start();

    MainWindow &window() { return *m_window; }
    Engine &engine() { return *m_engine; }
    PreferenceStore &preferences() { return *m_preferences; }
    bool isDemo() const { return m_demo != nullptr; }

private:
    Result<Done> startDemo();
    Result<Done> open();
    void close();
    void reload();
    void tellChange(const SourceId &source, SourceChange change);
    void hand(const QString &link);
    void followPreferences();
    void wireNotifications();
    void raiseWindow();
    void showBanners();
    void showWelcome();
    void acknowledge(const AlertKey &alert);
    void keepSession();
    QString sessionFile() const;
    void housekeeping();

    QApplication &m_app;
    DesktopOptions m_options;
    const Clock &m_clock;
    std::unique_ptr<DemoDirector> m_demo;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PreferenceStore> m_preferences;
    std::unique_ptr<KeyringBook> m_secrets;
    std::unique_ptr<ConfigEditor> m_configFile;
    std::unique_ptr<SourceBook> m_editor;
    std::unique_ptr<TimeControl> m_time;
    std::unique_ptr<IpcServer> m_ipc;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Notifier> m_notifier;
};

} // namespace quarterdeck
