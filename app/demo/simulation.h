#pragma once

#include "app/demo/scenario.h"

#include <QByteArray>
#include <QMap>

#include <array>
#include <functional>

namespace quarterdeck::demo {

/// Counters and gauges of every service; what a scrape of the company would read. A counter is a function of time alone, so imported
/// history and live scrapes agree wherever they meet.
class Simulation {
public:
    /// All counters are 0 at `origin`. They are asked for in the order of time, service by service.
    Simulation(Scenario scenario, UtcTime origin);
    Scenario &scenario() { return m_scenario; }
    const Scenario &scenario() const { return m_scenario; }
    /// Prometheus text format of one service at `now`; empty for an unknown one.
    QByteArray exposition(const QString &service, UtcTime now);
    /// What a scrape at `now` is answered: exposition(), and before it, with their times, the samples that scrapes in time would have
    /// taken since the last answer or the end of the history. So a Prometheus that starts late or stalls has no gap.
    QByteArray scrape(const QString &service, UtcTime now);
    /// OpenMetrics text with one sample per series at every ScrapeInterval of the range, both ends included: coarser history would
    /// leave a notch in rate() where the distance of samples changes. For `promtool tsdb create-blocks-from openmetrics`.
    QByteArray backfill(TimeRange range);
    /// As in prometheus.yml.
    static constexpr Millis ScrapeInterval {2000};

private:
    static constexpr std::array<double, 9> Buckets {0.005, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0};
    struct Counters {
        double ok = 0;
        double failed = 0;
        std::array<double, 10> buckets {}; ///< Cumulative; the last is +Inf.
        double seconds = 0;
    };
    struct Course {
        UtcTime at; ///< Always a whole number of steps after the origin.
        Counters counters;
        UtcTime answeredUntil; ///< Prometheus has the samples up to here; invalid before the first.
    };
    using Emit = std::function<void(const char *family, const char *type, const QByteArray &nameAndLabels, double value)>;
    void grow(Counters &counters, const DemoService &service, UtcTime stepEnd, Millis span) const;
    Counters countersAt(const DemoService &service, UtcTime now);
    void emitService(const DemoService &service, UtcTime now, const QByteArray &extraLabels, const Emit &emitSample);
    QByteArray text(const DemoService &service, UtcTime now, const QByteArray &stamp);

    Scenario m_scenario;
    QMap<QString, Course> m_courses;
};

} // namespace quarterdeck::demo
