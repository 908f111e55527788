#pragma once

#include <QObject>
#include <QTcpServer>

#include <functional>

namespace quarterdeck::demo {

/// Serves `GET /metrics/<service>` on loopback, for the demo's Prometheus.
class Exporter : public QObject {
    Q_OBJECT

public:
    /// Yields the text of one service; empty means 404.
    using Render = std::function<QByteArray(const QString &service)>;
    explicit Exporter(Render render, QObject *parent = nullptr);
    bool listen();
    quint16 port() const { return m_server.serverPort(); }

private:
    void serve();

    QTcpServer m_server;
    Render m_render;
};

} // namespace quarterdeck::demo
