#include "app/demo/loopbackhttp.h"

#include <QTcpSocket>

#include <memory>
#include <sys/socket.h>

namespace quarterdeck::demo {

namespace {

constexpr qsizetype LongestHead = 16 * 1024;
constexpr qsizetype LongestBody = 1024 * 1024;

// An answer that nobody waits for any more must not count as given.
bool hasGivenUp(const QTcpSocket &socket)
{
    char byte = 0;
    return ::recv(int(socket.socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

QByteArray reasonOf(int status)
{
    return status < 300 ? "OK" : status == 404 ? "Not Found" : "Error";
}

WebRequest headOf(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    WebRequest request;
    if (words.size() == 3) {
        request.method = words.at(0);
        request.target = words.at(1);
    }
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
    }
    return request;
}

} // namespace

std::optional<WebRequest> takeRequest(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return bytes.size() > LongestHead ? std::optional(WebRequest {}) : std::nullopt;
    }
    WebRequest request = headOf(bytes.left(end));
    bool isNumber = true;
    const qint64 length = request.headers.contains("content-length") ? request.headers.value("content-length").toLongLong(&isNumber) : 0;
    if (!isNumber || length < 0 || length > LongestBody || end > LongestHead || request.headers.contains("transfer-encoding")) {
        return WebRequest {};
    }
    const qsizetype from = end + 4;
    if (bytes.size() < from + length) {
        return std::nullopt;
    }
    request.body = bytes.mid(from, length);
    bytes.remove(0, from + length);
    return request;
}

LoopbackHttp::LoopbackHttp(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackHttp::serve);
}

bool LoopbackHttp::listen()
{
    return m_server.listen(QHostAddress::LocalHost, 0);
}

void LoopbackHttp::serve()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const auto input = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, input] {
            *input += socket->readAll();
            answer(*socket, *input);
        });
    }
}

void LoopbackHttp::answer(QTcpSocket &socket, QByteArray &input)
{
    while (const auto request = takeRequest(input)) {
        if (request->method.isEmpty() || hasGivenUp(socket)) {
            socket.abort();
            return;
        }
        const WebAnswer made = m_handler(*request);
        socket.write("HTTP/1.1 " + QByteArray::number(made.status) + ' ' + reasonOf(made.status) + "\r\nContent-Type: " + made.contentType
            + "\r\nContent-Length: " + QByteArray::number(made.body.size()) + "\r\n\r\n" + made.body);
    }
}

} // namespace quarterdeck::demo
