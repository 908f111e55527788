#pragma once

#include "app/core/clock.h"
#include "app/demo/exporter.h"
#include "app/demo/logfeed.h"
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
    QByteArray pastLines(UtcTime until);
    void tick();
    void readCommands();
    void tell(const char *key, const QString &value);

    QString m_folder;
    const Clock &m_clock;
    Simulation m_simulation;
    LogFeed m_logs;
    Exporter m_exporter;
    ServerSet m_servers;
    QTimer m_timer;
    UtcTime m_lastTick;
    Phase m_lastPhase = Phase::Calm;
    QByteArray m_input;
};

} // namespace quarterdeck::demo
