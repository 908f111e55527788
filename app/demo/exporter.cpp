#include "app/demo/exporter.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace quarterdeck::demo {

namespace {

constexpr qint64 LongestRequest = 16 * 1024;

// An answer that nobody waits for any more must not count as given.
bool hasGivenUp(const QTcpSocket &socket)
{
    char byte = 0;
    return ::recv(int(socket.socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

} // namespace

Exporter::Exporter(Render render, QObject *parent)
    : QObject(parent)
    , m_render(std::move(render))
{
    connect(&m_server, &QTcpServer::newConnection, this, &Exporter::serve);
}

bool Exporter::listen()
{
    return m_server.listen(QHostAddress::LocalHost, 0);
}

void Exporter::serve()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > LongestRequest) {
                socket->abort();
                return;
            }
            const QByteArray request = socket->peek(LongestRequest);
            if (!request.contains("\r\n\r\n")) {
                return;
            }
            socket->readAll();
            if (hasGivenUp(*socket)) {
                socket->abort();
                return;
            }
            const QList<QByteArray> words = request.left(request.indexOf('\r')).split(' ');
            const QByteArray path = words.size() > 1 ? words.at(1) : QByteArray();
            const QByteArray body = path.startsWith("/metrics/") ? m_render(QString::fromUtf8(path.mid(9))) : QByteArray();
            socket->write((body.isEmpty() ? QByteArray("HTTP/1.1 404 Not Found") : QByteArray("HTTP/1.1 200 OK"))
                + "\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
    }
}

} // namespace quarterdeck::demo
