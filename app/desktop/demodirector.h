#pragma once

#include "app/demo/fleet.h"
#include "app/settings/config.h"

#include <QObject>

#include <memory>

namespace quarterdeck {

class Clock;
class Store;

/// Runs the demo beside the window: the fleet, the history of the load figures, and the runbook steps that end the incident. Where the
/// servers are not installed it fills the cache with a recorded incident instead. Thread: main.
class DemoDirector final : public QObject {
    Q_OBJECT

public:
    explicit DemoDirector(const Clock &clock, QObject *parent = nullptr);
    ~DemoDirector() override;
    /// Starts the servers and blocks for the few seconds that takes; there is no window yet.
    void start();
    /// True where real servers run.
    bool isLive() const { return m_isLive; }
    /// Why not, or what is left out of it, in words; empty where there is nothing to be said.
    QString problem() const { return m_problem; }
    /// What the engine is to be made with.
    QString configFile() const;
    QString dataFolder() const;
    /// Fills the store with the company's past and watches for ticked steps.
    void attach(Store &store, const Config &config);

signals:
    /// "calm", "deploy", "incident", "recovering", "recovered"; "recorded" without servers.
    void phaseChanged(const QString &phase);

private:
    void watchSteps();
    void playRecording(const Config &config);

    const Clock &m_clock;
    std::unique_ptr<DemoFleet> m_fleet;
    Store *m_store = nullptr;
    bool m_isLive = false;
    QString m_problem;
    bool m_isReading = false;
    bool m_isChangedAgain = false;
};

} // namespace quarterdeck
