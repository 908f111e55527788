#pragma once

#include "tests/support/realservers.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// One metric of a RealGraphite.
struct WhisperSeries {
    QByteArray name;                               ///< "srv.web.load", or "load;dc=eu" with tags.
    std::vector<std::pair<int, int>> archives;     ///< Seconds of a point, and how many points are kept.
    std::vector<std::pair<qint64, double>> points; ///< Seconds and value.
};

/// graphite-web over whisper files, served by tests/support/graphiteserver.py.
class RealGraphite final : public RealServer {
public:
    static bool isInstalled();
    /// What it has; before it is started.
    void setSeries(const std::vector<WhisperSeries> &series);

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;
};

/// InfluxDB 1 with an empty database "d".
class RealInfluxdb final : public RealServer {
public:
    RealInfluxdb();
    static bool isInstalled();
    /// Rows that an answer may have; 0: any number.
    void setRowLimit(int rows) { m_rowLimit = rows; }
    /// Sends points as lines of its own protocol, with times in seconds. True when they were taken.
    bool put(const QByteArray &lines) const;
    /// Carries a statement out: its answer.
    PlainReply execute(const QByteArray &statement) const;

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;
    bool isReady(const PlainReply &reply) const override { return reply.status == 204; }

    quint16 m_rpcPort;
    int m_rowLimit = 0;
};

/// A netdata that collects of this machine, and gauges that are sent to it.
class RealNetdata final : public RealServer {
public:
    RealNetdata();
    static bool isInstalled();
    /// Sends one value for a gauge; its chart is "statsd_<name>.gauge".
    void send(const QByteArray &gauge, double value) const;

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;

    quint16 m_statsdPort;
};

/// One metric of a RealPmproxy.
struct PcpMetric {
    QByteArray name;
    QByteArray type; ///< "u64", "double" or "string".
    bool isCounter = false;
    std::vector<int> units;                                                    ///< Dimensions of space, time and count, and the scale of each.
    QByteArrayList instances;                                                  ///< Empty: one value.
    std::vector<std::pair<qint64, std::vector<std::optional<double>>>> points; ///< Milliseconds and a value of each instance.
};

/// pmproxy over an archive, with a Redis of its own, run by tests/support/pmproxyserver.py.
class RealPmproxy final : public RealServer {
public:
    RealPmproxy();
    static bool isInstalled();
    /// What it has; before it is started.
    void setMetrics(const std::vector<PcpMetric> &metrics);

private:
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;

    quint16 m_redisPort;
};

/// VictoriaMetrics, a single node.
class RealVictoriaMetrics final : public RealServer {
public:
    static bool isInstalled();
    /// Sends samples as text of Prometheus, with times in milliseconds, and makes them visible. True when they were taken.
    bool put(const QByteArray &text) const;
    /// The same with lines of its own JSON, which names of any letters need.
    bool putJson(const QByteArray &lines) const;

private:
    bool load(const QString &path, const QByteArray &body) const;
    QString program() const override;
    QStringList arguments() override;
    QString readyPath() const override;
};

} // namespace quarterdeck
