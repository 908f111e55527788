#pragma once

#include "app/demo/loopbackhttp.h"

namespace quarterdeck::demo {

/// Serves `GET /metrics/<service>` on loopback, for the demo's Prometheus.
class Exporter {
public:
    /// Yields the text of one service; empty means 404.
    using Render = std::function<QByteArray(const QString &service)>;
    explicit Exporter(Render render);
    bool listen() { return m_http.listen(); }
    quint16 port() const { return m_http.port(); }

private:
    Render m_render;
    LoopbackHttp m_http;
};

} // namespace quarterdeck::demo
