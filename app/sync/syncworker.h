#pragma once

#include "app/sync/courier.h"
#include "app/sync/opensource.h"
#include "app/sync/polltimes.h"
#include "app/sync/servicerules.h"
#include "app/sync/statusboard.h"
#include "app/sync/syncengine.h"
#include "app/sync/telemetrydesk.h"

#include <QTimer>

#include <set>

namespace quarterdeck {

/// The io side of the SyncEngine: owns the sources and everything that talks to them. Made on main, then moved; every method but the
/// constructor runs on the io thread.
class SyncWorker final : public QObject {
    Q_OBJECT

public:
    SyncWorker(Store &store, const Clock &clock, std::vector<std::unique_ptr<Source>> sources, const std::vector<Endpoint> &endpoints,
        SyncOptions options);
    ~SyncWorker() override;

    /// Sets everything up without asking anybody.
    void init();
    void start();
    void setPaused(bool paused);
    void refresh(const SourceId &source);
    void syncOnce(const Reply<Done> &reply);
    void deliver(const Reply<Done> &reply);
    void outboxChanged();
    void setServices(const std::vector<Service> &services);
    void addMisconfigured(const SourceStatus &status);
    void probe(const SourceId &source, const CancelToken &cancel, const Reply<ProbeReport> &reply);
    TelemetryDesk &desk() { return *m_desk; }
    Store &store() { return m_store; }

signals:
    void statusChanged(const quarterdeck::SourceStatus &status);
    void arrived(const std::vector<quarterdeck::Alert> &alerts);
    void servicesDiscovered(const std::vector<quarterdeck::Service> &services);

private:
    void open(OpenSource &entry);
    void openPaging(OpenSource &entry, const PollTimes &times);
    void openProbed(OpenSource &entry, PollTimes times);
    void restoreStatuses();
    void tick();
    void schedule();
    bool hasClockJumped();
    void askThen(const std::vector<Rhythm *> &rhythms, const std::function<void()> &done);
    void pollForWaiting();
    void checkQuiet();
    void tellDiscovered(bool isNew);
    OpenSource *find(const SourceId &source);

    Store &m_store;
    const Clock &m_clock;
    SyncOptions m_options;
    std::vector<OpenSource> m_sources;
    ServiceRules m_rules;
    Discovery m_discovery;
    StatusBoard m_board;
    QTimer m_timer;
    Courier *m_courier = nullptr;
    TelemetryDesk *m_desk = nullptr;
    std::vector<Reply<Done>> m_waiters;
    UtcTime m_lastWall;
    Millis m_lastMono {0};
    int m_asksOpen = 0;
    bool m_isStarted = false;
    bool m_isPaused = false;
};

} // namespace quarterdeck
