#include "app/demo/exporter.h"

namespace quarterdeck::demo {

Exporter::Exporter(Render render)
    : m_render(std::move(render))
    , m_http([this](const WebRequest &request) {
        const bool isAsked = request.target.startsWith("/metrics/");
        const QByteArray body = isAsked ? m_render(QString::fromUtf8(request.target.mid(9))) : QByteArray();
        return WebAnswer {body.isEmpty() ? 404 : 200, "text/plain; version=0.0.4", body};
    })
{
}

} // namespace quarterdeck::demo
