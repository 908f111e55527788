#pragma once

#include "app/core/clock.h"
#include "app/domain/alert.h"
#include "app/domain/service.h"
#include "app/ports/oncallreader.h"
#include "app/ports/sources.h"
#include "app/ports/telemetry.h"
#include "app/sources/api/connector.h"

#include <functional>
#include <memory>
#include <vector>

namespace quarterdeck {

class Store;

/// How the machine reaches others; what is empty is not used. Thread: io.
struct NetworkAccess {
    std::function<void()> renewConnections {}; ///< Before sources are asked anew: connections of before may lead nowhere.
    /// Calls the function whenever the way to others has changed, for as long as the guard lives.
    std::function<void(QObject *guard, std::function<void()>)> whenChanged {};
};

/// How the engine behaves beside its sources.
struct SyncOptions {
    QString serviceLabel = QStringLiteral("service");
    bool isReadOnly = false;   ///< Context is read-only: nothing is sent.
    Millis staleAfter {0};     ///< 0: three times the poll interval.
    Millis servicesWithin {0}; ///< How long the first answers wait for setServices(): an alert is given to its service when it is read.
    ContextInfo context {};    ///< Told to whoever asks.
    NetworkAccess network {};
    bool areRulesAlerts = false; ///< Nothing in the context tells of alerts: firing rules of metric sources are shown as such.
};

/// Polls sources, keeps freshness, delivers the outbox and answers for telemetry and who is on call. Runs on the io thread; this face lives on main.
/// Owns neither the store nor the io thread's HttpClient.
class SyncEngine final : public Sources, public Telemetry, public OnCallReader {
    Q_OBJECT

public:
    /// `sources` were opened on `ioThread` and are destroyed there.
    SyncEngine(Store &store, const Clock &clock, QThread &ioThread, std::vector<std::unique_ptr<Source>> sources, std::vector<Endpoint> endpoints,
        SyncOptions options, QObject *parent = nullptr);
    ~SyncEngine() override;

    /// Starts polling and delivering.
    void start();
    /// Polls every source once and finishes when each has answered or failed; what waits in the outbox goes on waiting.
    Async<Done> poll();
    /// Polls every source once and delivers what waits, then finishes; for `qdeck sync --once`.
    Async<Done> syncOnce();
    /// Delivers what waits and finishes when nothing is left to try now.
    Async<Done> deliver();
    /// Owners for alerts whose labels name no team.
    void setServices(const std::vector<Service> &services);
    /// Marks a source that could not be opened or is left out, so that every page says so. `faces`: what it has or may have.
    void addMisconfigured(const Endpoint &endpoint, const Error &error, Faces faces);

    // Sources
    std::vector<SourceStatus> statuses() const override;
    ContextInfo context() const override;
    std::vector<SourceInfo> infos() const override;
    void refresh(const SourceId &source = {}) override;
    void setPaused(bool paused) override;
    bool isPaused() const override;
    Async<ProbeReport> probe(SourceId source, CancelToken cancel = {}) override;
    // Telemetry
    Async<Dated<std::vector<Series>>> range(MetricQuery query, CancelToken cancel = {}) override;
    Async<Dated<std::vector<MetricName>>> metricNames(QStringList sources, CancelToken cancel = {}) override;
    Async<Dated<std::vector<LabelChoice>>> metricLabels(LabelQuery query, CancelToken cancel = {}) override;
    Async<Dated<LogPage>> logs(LogQuery query, CancelToken cancel = {}) override;
    Async<Dated<LogHistogram>> logHistogram(LogQuery query, int buckets, CancelToken cancel = {}) override;
    std::unique_ptr<LogTail> tail(LogQuery query) override;
    Async<QString> alertExpression(QString alertname, CancelToken cancel = {}) override;
    // OnCallReader
    Async<Dated<std::vector<OnCallPage>>> onCall(TimeRange range, CancelToken cancel = {}) override;

signals:
    /// An alert began to fire, or fired again: for notifications; at most one signal every 5 s, with how many.
    void alertsArrived(const std::vector<quarterdeck::Alert> &alerts, const std::vector<quarterdeck::AlertKey> &others);
    /// The services that labels of alerts and targets speak of, whenever one more was seen.
    void servicesDiscovered(const std::vector<quarterdeck::Service> &services);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
