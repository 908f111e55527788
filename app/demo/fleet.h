#pragma once

#include "app/core/result.h"

#include <QObject>

#include <memory>

namespace quarterdeck {

/// The private company behind `--demo`: real Prometheus, Alertmanager, systemd-journal-gatewayd and, where it is installed,
/// Icinga2 on loopback with temporary folders, a PagerDuty that is played, and a simulated fleet of services whose scripted incident
/// really fires through real rules. Everything is stopped and removed when
/// it is destroyed, or when this process dies. Thread: main.
class DemoFleet : public QObject {
    Q_OBJECT

public:
    explicit DemoFleet(QObject *parent = nullptr);
    ~DemoFleet() override;
    /// Names of the server programs that are not installed; empty means the fleet can run.
    static QStringList missingServers();
    /// What runs without programs that are not installed, in words; empty where nothing is left out.
    static QString remark();
    /// Starts everything and returns when the servers answer (a few seconds). Errors: Unsupported, Internal, in words.
    Result<Done> start();
    /// The folder that holds everything; the config.yaml for the engine is in it.
    QString folder() const;
    QString configFile() const;
    /// A step of the demo's runbook was done: when all of them are, the fleet recovers.
    void stepDone(const QString &stepText);

signals:
    /// What the script is doing, for the demo bar: "calm", "deploy", "incident", "recovering", "recovered".
    void phaseChanged(const QString &phase);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
