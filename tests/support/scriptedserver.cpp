#include "tests/support/scriptedserver.h"

#include <QHash>
#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <sys/socket.h>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 MostUnsent = 1 << 20;

struct Connection {
    int number = 0;
    int requests = 0;
    QByteArray input;
};

QByteArray headOf(const ScriptedReply &reply)
{
    using Ending = ScriptedReply::Ending;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Scripted\r\n";
    if (!reply.contentType.isEmpty()) {
        head += "Content-Type: " + reply.contentType + "\r\n";
    }
    for (const auto &[name, value] : reply.headers) {
        head += name + ": " + value + "\r\n";
    }
    if (reply.ending == Ending::EndlessHeaders) {
        return head;
    }
    if (reply.ending == Ending::Endless || reply.ending == Ending::TruncateChunk) {
        head += "Transfer-Encoding: chunked\r\n";
    } else if (reply.ending == Ending::Close) {
        head += "Connection: close\r\n";
    } else if (reply.status != 204 && reply.status != 304 && !head.contains("Content-Length:")) {
        const qsizetype extra = reply.ending == Ending::Truncate || reply.ending == Ending::Hang || reply.ending == Ending::Reset ? 1000 : 0;
        head += "Content-Length: " + QByteArray::number(reply.body.size() + extra) + "\r\n";
    }
    return head + "\r\n";
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

/// Takes one complete request off the input, if there is one.
bool takeRequest(QByteArray &input, ScriptedRequest &request)
{
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    QList<QByteArray> lines = input.first(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplace_back(line.first(std::max<qsizetype>(colon, 0)).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.header("content-length").toLongLong();
    if (input.size() < end + 4 + length) {
        return false;
    }
    request.body = input.mid(end + 4, length);
    input.remove(0, end + 4 + length);
    return true;
}

void resetConnection(QTcpSocket *socket)
{
    const linger now {1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket->abort();
}

} // namespace

/// Lives on the server's thread.
class ScriptedServer::Worker : public QObject {
public:
    ~Worker() override
    {
        const auto open = m_open.keys();
        for (QTcpSocket *socket : open) {
            socket->disconnect();
            socket->abort();
        }
    }
    bool listen(quint16 port)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] { acceptAll(); });
        return m_server.listen(QHostAddress::LocalHost, port);
    }
    quint16 port() const { return m_server.serverPort(); }
    void dropConnections(bool byReset)
    {
        const auto open = m_open.keys();
        for (QTcpSocket *socket : open) {
            byReset ? resetConnection(socket) : socket->close();
        }
    }

    mutable QMutex lock;
    Handler handler;
    std::vector<ScriptedRequest> requests;
    QByteArray raw;
    int accepted = 0;

private:
    void acceptAll()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            const QMutexLocker locker(&lock);
            m_open.insert(socket, Connection {accepted++, 0, {}});
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_open.remove(socket);
                socket->deleteLater();
            });
        }
    }
    void read(QTcpSocket *socket)
    {
        Connection &connection = m_open[socket];
        const QByteArray bytes = socket->readAll();
        connection.input += bytes;
        {
            const QMutexLocker locker(&lock);
            raw += bytes;
        }
        ScriptedRequest request;
        while (takeRequest(connection.input, request)) {
            request.connection = connection.number;
            request.indexOnConnection = connection.requests++;
            Handler answer;
            {
                const QMutexLocker locker(&lock);
                requests.push_back(request);
                answer = handler;
            }
            const ScriptedReply reply = answer(request);
            // A reply without a delay is sent at once, so that pipelined and quick tests keep their order.
            if (reply.delay.count() == 0) {
                send(socket, reply);
            } else {
                QTimer::singleShot(reply.delay, socket, [this, socket, reply] { send(socket, reply); });
            }
            request = {};
            if (!m_open.contains(socket)) {
                return;
            }
        }
    }
    void send(QTcpSocket *socket, const ScriptedReply &reply);
    void drip(QTcpSocket *socket, const QByteArray &bytes, Millis interval);
    void repeat(QTcpSocket *socket, const QByteArray &bytes);

    QTcpServer m_server;
    QHash<QTcpSocket *, Connection> m_open;
};

void ScriptedServer::Worker::send(QTcpSocket *socket, const ScriptedReply &reply)
{
    using Ending = ScriptedReply::Ending;
    const QByteArray head = reply.isSilent ? QByteArray() : headOf(reply);
    const QByteArray body = reply.isSilent ? QByteArray() : reply.body;
    switch (reply.ending) {
    case Ending::KeepAlive:
    case Ending::Hang:
        socket->write(head + body);
        break;
    case Ending::Raw:
        socket->write(body);
        socket->disconnectFromHost();
        break;
    case Ending::Close:
    case Ending::Truncate:
        socket->write(head + body);
        socket->disconnectFromHost();
        break;
    case Ending::TruncateChunk:
        socket->write(head + "ffff\r\n" + body);
        socket->disconnectFromHost();
        break;
    case Ending::Reset:
        socket->write(head + body);
        socket->flush();
        resetConnection(socket);
        break;
    case Ending::Drip:
        socket->write(head);
        drip(socket, body, reply.interval);
        break;
    case Ending::DripHeaders:
        drip(socket, head + body, reply.interval);
        break;
    case Ending::Endless:
        socket->write(head);
        repeat(socket, chunk(body));
        break;
    case Ending::EndlessHeaders:
        socket->write(head);
        repeat(socket, "X-Filler: " + QByteArray(1000, 'x') + "\r\n");
        break;
    }
}

void ScriptedServer::Worker::drip(QTcpSocket *socket, const QByteArray &bytes, Millis interval)
{
    auto *timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket, [socket, timer, bytes, sent = qsizetype(0)]() mutable {
        if (sent >= bytes.size()) {
            timer->stop();
            return;
        }
        socket->write(bytes.mid(sent++, 1));
    });
    timer->start(interval);
}

void ScriptedServer::Worker::repeat(QTcpSocket *socket, const QByteArray &bytes)
{
    const auto more = [socket, bytes] {
        while (socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() < MostUnsent) {
            socket->write(bytes);
        }
    };
    connect(socket, &QTcpSocket::bytesWritten, socket, more);
    more();
}

class ScriptedServer::Thread {
public:
    Thread(Handler handler, quint16 port)
    {
        anchor.moveToThread(&thread);
        thread.setObjectName(QStringLiteral("scripted server"));
        thread.start();
        QMetaObject::invokeMethod(
            &anchor,
            [this, port, &handler] {
                server = new Worker;
                server->handler = std::move(handler);
                isListening = server->listen(port);
            },
            Qt::BlockingQueuedConnection);
        Q_ASSERT(isListening);
    }
    ~Thread()
    {
        QMetaObject::invokeMethod(
            &anchor, [this] { delete std::exchange(server, nullptr); }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }

    QThread thread;
    QObject anchor; ///< Of the thread from the start; the worker is made there.
    Worker *server = nullptr;
    bool isListening = false;
};

ScriptedServer::ScriptedServer(Handler handler, quint16 port)
    : m_thread(std::make_unique<Thread>(std::move(handler), port))
{
}

ScriptedServer::~ScriptedServer() = default;

quint16 ScriptedServer::port() const
{
    return m_thread->server->port();
}

QUrl ScriptedServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path));
}

std::vector<ScriptedRequest> ScriptedServer::requests() const
{
    const QMutexLocker locker(&m_thread->server->lock);
    return m_thread->server->requests;
}

QByteArray ScriptedServer::rawBytes() const
{
    const QMutexLocker locker(&m_thread->server->lock);
    return m_thread->server->raw;
}

int ScriptedServer::connections() const
{
    const QMutexLocker locker(&m_thread->server->lock);
    return m_thread->server->accepted;
}

void ScriptedServer::setHandler(Handler handler)
{
    const QMutexLocker locker(&m_thread->server->lock);
    m_thread->server->handler = std::move(handler);
}

void ScriptedServer::dropConnections(bool byReset)
{
    Worker *worker = m_thread->server;
    QMetaObject::invokeMethod(
        worker, [worker, byReset] { worker->dropConnections(byReset); }, Qt::BlockingQueuedConnection);
}

} // namespace quarterdeck
