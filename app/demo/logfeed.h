#pragma once

#include "app/demo/scenario.h"

#include <QByteArray>

#include <random>

namespace quarterdeck::demo {

/// Writes the company's log lines in the journal export format.
class LogFeed {
public:
    explicit LogFeed(quint32 seed);
    /// The lines of the second that ends at `now`, oldest first. `density` thins calm lines out (1 = all).
    QByteArray second(const Scenario &scenario, UtcTime now, double density);

private:
    void calmLines(const DemoService &service, UtcTime from, double count, std::vector<std::pair<qint64, QByteArray>> &out);
    void incidentLines(double severity, UtcTime from, std::vector<std::pair<qint64, QByteArray>> &out);
    QByteArray entry(qint64 micros, const QString &service, int priority, const QByteArray &message, const QByteArray &trace);
    QByteArray trace();
    double random() { return m_uniform(m_engine); }

    std::mt19937 m_engine;
    std::uniform_real_distribution<double> m_uniform {0.0, 1.0};
};

} // namespace quarterdeck::demo
