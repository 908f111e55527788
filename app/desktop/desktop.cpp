#include "app/desktop/desktop.h"

#include "app/bootstrap/ipcclient.h"
#include "app/bootstrap/ipcserver.h"
#include "app/bootstrap/keyringbook.h"
#include "app/bootstrap/sourcebook.h"
#include "app/core/log.h"
#include "app/core/regularfile.h"
#include "app/core/text.h"
#include "app/desktop/demodirector.h"
#include "app/desktop/demowords.h"
#include "app/desktop/notifier.h"
#include "app/desktop/preferencestore.h"
#include "app/domain/aim.h"
#include "app/library/folderlibrary.h"
#include "app/store/folders.h"
#include "models/clearance.h"
#include "pages.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int HousekeepingMs = 6 * 3'600'000;
constexpr int SessionMs = 60'000;
// Of parts that are left out: more are told by the settings alone.
constexpr int MostLeftOut = 3;

void follow(Theme &theme, PreferenceValues::Appearance appearance)
{
    switch (appearance) {
    case PreferenceValues::Appearance::System:
        theme.followDesktop();
        break;
    case PreferenceValues::Appearance::Light:
        theme.setScheme(Theme::Scheme::Light);
        break;
    case PreferenceValues::Appearance::Dark:
        theme.setScheme(Theme::Scheme::Dark);
        break;
    case PreferenceValues::Appearance::HighContrast:
        theme.setScheme(Theme::Scheme::HighContrastDark);
        break;
    }
}

} // namespace

Desktop::Desktop(QApplication &app, DesktopOptions options, const Clock &clock)
    : m_app(app)
    , m_options(std::move(options))
    , m_clock(clock)
{
}

Desktop::~Desktop()
{
    if (m_window) {
        keepSession();
    }
    // The engine goes before the demo's servers, so that nothing reports them as lost.
    close();
    m_demo.reset();
}

Result<Done> Desktop::startDemo()
{
    const bool isFolderGiven = !m_options.dataDir.isEmpty();
    if (isFolderGiven && !QDir(m_options.dataDir).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        return fail(
            ErrorKind::Rejected, tr("The demo creates sample data and only writes to an empty folder. This one is not empty:"), m_options.dataDir);
    }
    m_demo = std::make_unique<DemoDirector>(m_clock);
    m_demo->start();
    m_options.configFile = m_demo->configFile();
    if (!isFolderGiven) {
        m_options.dataDir = m_demo->dataFolder();
    }
    return Done {};
}

Result<Done> Desktop::start()
{
    if (m_options.isDemo) {
        if (const Result<Done> made = startDemo(); !made) {
            return made;
        }
    }
    const Folders folders = Folders::resolve(m_options.dataDir);
    if (isWindowListening(folders.runtime)) {
        hand(m_options.link);
        return fail(ErrorKind::Cancelled, tr("Quarterdeck is already running; its window is now in front."));
    }
    // Log and session go there from the first start on.
    makePrivateFolder(folders.state);
    installLogSink(folders.state + QStringLiteral("/quarterdeck.log"));
    m_configFile = std::make_unique<ConfigEditor>(
        m_options.configFile.isEmpty() ? folders.configFile() : QFileInfo(m_options.configFile).absoluteFilePath());
    m_theme = std::make_unique<Theme>();
    m_theme->apply(m_app);
    m_time = std::make_unique<TimeControl>(m_clock);
    return open().map([this](Done done) {
        housekeeping();
        return done;
    });
}

// Everything that rests on the configuration.
Result<Done> Desktop::open()
{
    EngineOptions engineOptions;
    engineOptions.configFile = m_options.configFile.isEmpty() ? QString() : QFileInfo(m_options.configFile).absoluteFilePath();
    // A file that is named and not there yet is where the first source is to be written.
    engineOptions.mayLackFile = !m_options.isDemo;
    engineOptions.dataDir = m_options.dataDir;
    engineOptions.context = m_options.context;
    engineOptions.mode = Store::Mode::PatientReadWrite;
    // Who starts it from a menu sees no message on a terminal: the window says what is wrong.
    engineOptions.opensWithoutContext = true;
    auto engine = Engine::create(engineOptions, m_clock);
    if (!engine) {
        return tl::unexpected(engine.error());
    }
    m_engine = std::move(*engine);
    m_engine->store().readAhead();
    // Sources take their time, and so does the window. What they answer is taken in once it is known how they stood before.
    m_engine->sync().start();
    if (m_demo) {
        m_demo->attach(m_engine->store(), m_engine->config());
    }
    m_preferences = std::make_unique<PreferenceStore>(m_engine->config(), m_engine->endpoints(), m_engine->folders(), m_engine->zones());
    m_preferences->addWarnings(m_engine->problems());
    then(m_engine->servicesMerged(), m_preferences.get(),
        [this](const Result<Done> &) { m_preferences->addWarnings(m_engine->catalogs().problems + m_engine->catalogs().warnings); });
    m_secrets = std::make_unique<KeyringBook>(m_engine->secrets(), m_engine->endpoints());
    m_editor = std::make_unique<SourceBook>(*m_configFile, m_engine->secrets(), m_clock, m_engine->context().name, m_demo == nullptr);
    connect(m_editor.get(), &SourceEditor::changed, this, [this](const SourceId &source, SourceChange change) {
        // Whoever made the change is part of the window that goes.
        QTimer::singleShot(0, this, [this, source, change] {
            reload();
            tellChange(source, change);
        });
    });
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts {m_engine->store(), m_engine->store(), m_engine->sync(), m_engine->sync(), m_engine->sync(), m_engine->store(),
            m_engine->library(), *m_preferences, *m_secrets, *m_editor, *m_time, m_clock, *m_theme},
        registeredPages());
    m_window->setContext(m_engine->context().name, m_engine->context().colour, m_engine->context().isReadOnly);
    followPreferences();
    wireNotifications();
    showBanners();
    if (const auto session = readRegularFile(sessionFile(), 256 * 1024); !m_demo && session) {
        m_window->restoreSession(*session);
    }
    if (!m_options.link.isEmpty()) {
        m_window->openLink(m_options.link);
        m_options.link.clear();
    }
    m_window->show();
    const bool isFirst = m_options.configFile.isEmpty() || !QFileInfo::exists(m_options.configFile);
    // A context without sources beside others that have some is no first start: the inbox says it.
    if (isFirst && m_engine->endpoints().empty() && m_engine->config().backends.empty()) {
        showWelcome();
    }
    m_ipc = std::make_unique<IpcServer>(*m_engine);
    connect(m_ipc.get(), &IpcServer::raiseRequested, this, &Desktop::raiseWindow);
    connect(m_ipc.get(), &IpcServer::openLinkRequested, this, [this](const QString &link) { m_window->openLink(link); });
    if (const auto listening = m_ipc->listen(); !listening) {
        qCWarning(logUi) << "The command line cannot reach this window:" << listening.error().what;
    }
    return Done {};
}

void Desktop::hand(const QString &link)
{
    IpcRequest request;
    request.verb = link.isEmpty() ? IpcRequest::Verb::Raise : IpcRequest::Verb::OpenLink;
    request.link = link;
    askWindow(Folders::resolve(m_options.dataDir).runtime, request);
}

void Desktop::followPreferences()
{
    const auto apply = [this](const PreferenceValues &values) {
        follow(*m_theme, values.appearance);
        m_theme->setCompact(values.density == PreferenceValues::Density::Compact);
        m_theme->setReducedMotion(values.isReducedMotion);
        m_time->setUtc(values.isUtc);
        if (m_notifier) {
            m_notifier->setEnabled(values.isNotifying);
        }
    };
    connect(m_preferences.get(), &Preferences::changed, this, apply);
    apply(m_preferences->values());
}

void Desktop::wireNotifications()
{
    m_notifier = std::make_unique<Notifier>();
    m_notifier->setEnabled(m_preferences->values().isNotifying);
    connect(&m_engine->sync(), &SyncEngine::alertsArrived, m_notifier.get(), &Notifier::announce);
    const auto tellReadOnly = [this] {
        QSet<SourceId> readOnly;
        for (const SourceStatus &status : m_engine->sync().statuses()) {
            if (status.readOnly != ReadOnly::No) {
                readOnly.insert(status.id);
            }
        }
        m_notifier->setReadOnly(readOnly);
    };
    connect(&m_engine->sync(), &Sources::statusChanged, m_notifier.get(), tellReadOnly);
    tellReadOnly();
    connect(&m_engine->store(), &Reader::changed, m_notifier.get(),
        [this](const ChangeSet &changes) { m_notifier->follow(changes.changedAlerts, changes.removedAlerts); });
    connect(&m_app, &QGuiApplication::applicationStateChanged, m_notifier.get(), [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) {
            m_notifier->markSeen();
        }
    });
    connect(m_notifier.get(), &Notifier::refused, this, [this](const QString &why) {
        m_window->setBanner(QStringLiteral("notifications"),
            why.isEmpty() ? QString() : tr("The desktop refuses notifications, so new alerts are announced only here: %1").arg(why));
    });
    connect(m_notifier.get(), &Notifier::openRequested, this, [this](const AlertKey &alert) {
        raiseWindow();
        m_window->go({QStringLiteral("inbox"), alert.toString(), {}});
    });
    connect(m_notifier.get(), &Notifier::acknowledgeRequested, this, &Desktop::acknowledge);
}

void Desktop::raiseWindow()
{
    // A window that was maximised stays so; one that the desktop will not bring to the front asks for attention.
    m_window->setWindowState((m_window->windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    QApplication::alert(m_window.get());
}

void Desktop::acknowledge(const AlertKey &key)
{
    then(m_engine->store().alerts(), this, [this, key](const Result<std::vector<Alert>> &alerts) {
        if (!alerts) {
            m_window->toast(errorWords(alerts.error()));
            return;
        }
        const auto found = std::find_if(alerts->begin(), alerts->end(), [&key](const Alert &alert) { return alert.key == key; });
        if (found == alerts->end() || found->state != AlertState::Triggered) {
            m_window->toast(found == alerts->end() ? tr("The alert has resolved; nothing was acknowledged.")
                                                   : tr("%1 no longer needs an acknowledgement.").arg(text::plain(found->title)));
            return;
        }
        const PreferenceValues values = m_preferences->values();
        AlertAction action;
        action.id = QUuid::createUuid();
        aimAt(action, *found);
        action.matchers = exactMatchers(found->labels);
        action.duration = std::chrono::minutes(values.acknowledgeMinutes);
        action.author = values.author;
        action.createdAt = m_clock.now();
        then(m_engine->store().enqueue({action}, std::chrono::minutes(10)), this,
            [this, title = found->title](const Result<std::vector<OutboxEntry>> &stored) {
                m_window->toast(stored ? tr("Acknowledging %1").arg(title) : errorWords(stored.error()));
            });
    });
}

void Desktop::showBanners()
{
    for (const QString &sentence : m_engine->store().report().sentences) {
        m_window->setBanner(QStringLiteral("store"), sentence, tr("Dismiss"), [this] { m_window->setBanner(QStringLiteral("store"), {}); });
    }
    if (m_engine->context().isReadOnly) {
        m_window->setBanner(QStringLiteral("read-only"), tr("This context is read-only: you cannot acknowledge or silence alerts here."));
    }
    QStringList insecure;
    for (const Endpoint &endpoint : m_engine->endpoints()) {
        if (endpoint.http.skipsVerification()) {
            insecure.append(endpoint.id);
        }
    }
    QStringList leftOut;
    for (const SourceStatus &status : m_engine->sync().statuses()) {
        if (isLeftOut(status) && status.error) {
            leftOut.append(errorWords(*status.error));
        }
    }
    if (!leftOut.isEmpty()) {
        m_window->setBanner(QStringLiteral("left-out"),
            tr("%n part(s) of the configuration are ignored, and what they define is not watched. %1", nullptr, int(leftOut.size()))
                .arg(phrases::sentences(leftOut.mid(0, MostLeftOut))));
    }
    if (!insecure.isEmpty()) {
        m_window->setBanner(QStringLiteral("insecure"),
            tr("Certificates are not verified for %1. Anyone on the network path can read and change what you see.")
                .arg(insecure.join(QStringLiteral(", "))));
    }
    if (m_demo) {
        const auto tell = [this](const QString &phase) { m_window->setBanner(QStringLiteral("demo"), demoSentence(phase, m_demo->problem())); };
        connect(m_demo.get(), &DemoDirector::phaseChanged, this, tell);
        tell(m_demo->isLive() ? QStringLiteral("calm") : QStringLiteral("recorded"));
    }
}

QString Desktop::sessionFile() const
{
    return m_engine->folders().state + QStringLiteral("/session.json");
}

void Desktop::keepSession()
{
    QSaveFile file(sessionFile());
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(m_window->saveSession());
        file.commit();
    }
}

void Desktop::housekeeping()
{
    const auto retain = [this] {
        const PreferenceValues values = m_preferences->values();
        m_engine->store().retain(values.logRetentionDays, values.historyRetentionDays);
    };
    auto *daily = new QTimer(this);
    daily->setInterval(HousekeepingMs);
    connect(daily, &QTimer::timeout, this, retain);
    daily->start();
    QTimer::singleShot(60'000, this, retain);
    // A crash loses at most a minute of where the window stood.
    auto *session = new QTimer(this);
    session->setInterval(SessionMs);
    connect(session, &QTimer::timeout, this, &Desktop::keepSession);
    session->start();
}

} // namespace quarterdeck
