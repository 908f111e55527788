#pragma once

#include "app/core/clock.h"
#include "app/domain/alert.h"
#include "app/domain/service.h"
#include "app/ports/telemetry.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace quarterdeck {

class TelemetryDesk;

/// Fetches what the detail pane shows of alerts that began to fire, into the cache, before anybody opens them: then a laptop that has
/// gone offline since still has their chart and lines. One question at a time, the gravest first, at most Most alerts waiting; while
/// sources are being polled it waits. Thread: io.
class ReadAhead final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t Most = 50;
    /// The desk outlives it. `isBusy`: a source is being polled right now.
    ReadAhead(TelemetryDesk &desk, const Clock &clock, std::function<bool()> isBusy, QObject *parent);
    /// Units: ms between two questions.
    void setPause(int ms) { m_next.setInterval(ms); }
    /// Alerts that began to fire, or fired again.
    void add(const std::vector<Alert> &alerts);
    /// Where the lines of a service are found.
    void setServices(const std::vector<Service> &services);
    std::size_t waiting() const { return m_waiting.size(); }

private:
    void next();
    void fetchChart(const Alert &alert);
    void fetchLogs(const Alert &alert, bool isAfter);
    void settled();

    TelemetryDesk &m_desk;
    const Clock &m_clock;
    std::function<bool()> m_isBusy;
    QTimer m_next;
    std::deque<Alert> m_waiting; ///< Gravest first.
    QHash<QString, std::vector<Label>> m_logFields;
    int m_open = 0; ///< Questions not answered yet.
};

} // namespace quarterdeck
