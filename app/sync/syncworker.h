#pragma once

#include "app/sync/clockwatch.h"
#include "app/sync/courier.h"
#include "app/sync/oncalldesk.h"
#include "app/sync/opensource.h"
#include "app/sync/polltimes.h"
#include "app/sync/readahead.h"
#include "app/sync/rounds.h"
#include "app/sync/servicerules.h"
#include "app/sync/statusboard.h"
#include "app/sync/syncengine.h"
#include "app/sync/telemetrydesk.h"

#include <QTimer>

namespace quarterdeck {

/// The io side of the SyncEngine: owns the sources and everything that talks to them. Made on main, then moved; every method but the
/// constructor runs on the io thread.
class SyncWorker final : public QObject {
    Q_OBJECT

public:
    /// `store` and `clock` outlive it.
    SyncWorker(
        Store &store, const Clock &clock, std::vector<std::unique_ptr<Source>> sources, const std::vector<Endpoint> &endpoints, SyncOptions options);
    ~SyncWorker() override;

    /// Sets everything up without asking anybody.
    void init();
    /// Starts polling and delivering.
    void start();
    /// Paused polls nothing on its own.
    void setPaused(bool paused);
    /// Polls now; all sources for an empty id.
    void refresh(const SourceId &source);
    /// Polls every source once, and delivers unless only answers are waited for.
    void askAll(Rounds::Until until, const Reply<Done> &reply);
    /// Polls the sources something waits for, unless they have answered within their interval, then delivers.
    void deliver(const Reply<Done> &reply);
    /// Something may wait to be sent.
    void outboxChanged();
    /// Owners for alerts whose labels name no team.
    void setServices(const std::vector<Service> &services);
    /// A source that could not be opened.
    void addMisconfigured(const SourceStatus &status);
    /// Tests one source.
    void probe(const SourceId &source, const CancelToken &cancel, const Reply<ProbeReport> &reply);
    /// Answers for metrics and logs.
    TelemetryDesk &desk() { return *m_desk; }
    /// Answers for who is on call.
    OnCallDesk &onCallDesk() { return *m_onCall; }

signals:
    /// One source stands differently.
    void statusChanged(const quarterdeck::SourceStatus &status);
    /// Alerts that began to fire, or fired again.
    void arrived(const std::vector<quarterdeck::Alert> &alerts);
    /// Services that labels speak of, when there are new ones.
    void servicesDiscovered(const std::vector<quarterdeck::Service> &services);

private:
    void open(OpenSource &entry);
    void openPolled(OpenSource &entry, const PollTimes &times);
    void openProbed(OpenSource &entry, PollTimes times);
    void tick();
    void renew();
    void schedule();
    void tellDiscovered(bool isNew);
    OpenSource *find(const SourceId &source);

    Store &m_store;
    const Clock &m_clock;
    SyncOptions m_options;
    std::vector<OpenSource> m_sources;
    ServiceRules m_rules;
    Reply<Done> m_servicesKnown; ///< Or waited for long enough.
    Reply<Done> m_statusesKnown; ///< Those that an earlier run stored, where they can be read.
    Discovery m_discovery;
    StatusBoard m_board;
    QTimer m_timer;
    Courier *m_courier = nullptr;
    TelemetryDesk *m_desk = nullptr;
    OnCallDesk *m_onCall = nullptr;
    ReadAhead *m_ahead = nullptr;
    Rounds *m_rounds = nullptr;
    ClockWatch m_watch;
    bool m_isStarted = false;
    bool m_isPaused = false;
};

} // namespace quarterdeck
