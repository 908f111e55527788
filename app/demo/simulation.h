#pragma once

#include "app/demo/scenario.h"

#include <QByteArray>
#include <QMap>

#include <array>
#include <functional>

namespace quarterdeck::demo {

/// Counters and gauges of every service, moved along in time; what a scrape of the company would read.
class Simulation {
public:
    explicit Simulation(Scenario scenario);
    Scenario &scenario() { return m_scenario; }
    const Scenario &scenario() const { return m_scenario; }
    /// Moves all counters on by one step that ends at `now`.
    void advance(UtcTime now, double seconds);
    /// Prometheus text format of one service; empty for an unknown one.
    QByteArray exposition(const QString &service, UtcTime now) const;
    /// OpenMetrics text with one sample per series at every step of the range, both ends included, advancing the counters through it, so that live
    /// scrapes go on where it ends. For `promtool tsdb create-blocks-from openmetrics`.
    QByteArray backfill(TimeRange range, Millis step);

private:
    static constexpr std::array<double, 9> Buckets {0.005, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0};
    struct Counters {
        double ok = 0;
        double failed = 0;
        std::array<double, 10> buckets {}; ///< Cumulative; the last is +Inf.
        double seconds = 0;
    };
    using Emit = std::function<void(const char *family, const char *type, const QByteArray &nameAndLabels, double value)>;
    void emitService(const DemoService &service, UtcTime now, const QByteArray &extraLabels, const Emit &emitSample) const;

    Scenario m_scenario;
    QMap<QString, Counters> m_counters;
};

} // namespace quarterdeck::demo
