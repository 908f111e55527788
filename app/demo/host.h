#pragma once

#include "app/core/clock.h"
#include "app/demo/demofiles.h"
#include "app/demo/exporter.h"
#include "app/demo/icingaserver.h"
#include "app/demo/icingastory.h"
#include "app/demo/logfeed.h"
#include "app/demo/pagerreplay.h"
#include "app/demo/pagerstory.h"
#include "app/demo/serverset.h"
#include "app/demo/simulation.h"

#include <QTimer>

namespace quarterdeck::demo {

/// The demo process: simulates the company, feeds the servers, obeys its parent.
/// Reads "step <text>" lines on stdin and ends at its end; writes one JSON object a line on stdout: {"ready":true}, {"phase":"..."},
/// {"error":"..."}.
class Host : public QObject {
    Q_OBJECT

public:
    Host(QString folder, const Clock &clock, QObject *parent = nullptr);
    /// Starts everything; false after an error was written.
    bool start();

private:
    void prepareIcinga();
    void beginIcinga();
    QByteArray pastLines(UtcTime until);
    void tick();
    void readCommands();
    void tell(const char *key, const QString &value);

    QString m_folder;
    const Clock &m_clock;
    Simulation m_simulation;
    LogFeed m_logs;
    Exporter m_exporter;
    DemoKeys m_keys;
    PagerAccount m_account;
    PagerReplay m_pager;
    PagerStory m_pagerStory;
    ServerSet m_servers;
    std::unique_ptr<IcingaServer> m_icinga; ///< Null where it is not installed, or could not be prepared.
    std::unique_ptr<IcingaStory> m_icingaStory;
    QTimer m_timer;
    UtcTime m_lastTick;
    Phase m_lastPhase = Phase::Calm;
    QByteArray m_input;
};

} // namespace quarterdeck::demo
