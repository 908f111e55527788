#include "app/bootstrap/redirectlistener.h"

#include "app/bootstrap/redirect.h"

#include <QTcpSocket>
#include <QTimer>

namespace quarterdeck {

namespace {

constexpr qint64 LongestHead = 32LL * 1024;
constexpr int MostOpen = 16;
constexpr int PatienceMs = 10'000;

QByteArray page(const QByteArray &status, const QByteArray &words)
{
    const QByteArray body = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Quarterdeck</title><p>" + words + "</p></html>\n";
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n"
        + body;
}

} // namespace

RedirectListener::RedirectListener(QByteArray state)
    : m_state(std::move(state))
{
    connect(&m_server, &QTcpServer::newConnection, this, &RedirectListener::accept);
}

RedirectListener::~RedirectListener() = default;

Result<Done> RedirectListener::listen(quint16 port)
{
    if (m_server.listen(QHostAddress::LocalHost, port)) {
        return Done {};
    }
    return fail(ErrorKind::Rejected,
        port == 0
            ? QStringLiteral("No port of 127.0.0.1 can be listened to, which the browser could come back to: %1").arg(m_server.errorString())
            : QStringLiteral("The port %1 of 127.0.0.1, which the browser is to come back to, is taken: %2").arg(port).arg(m_server.errorString()),
        QStringLiteral("redirect_port"));
}

QString RedirectListener::address() const
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(QLatin1StringView(RedirectPath));
}

void RedirectListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_open >= MostOpen) {
            socket->abort();
            continue;
        }
        ++m_open;
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(PatienceMs, socket, [socket] { socket->abort(); });
    }
}

void RedirectListener::read(QTcpSocket *socket)
{
    // To the end of its head, or closing would cut the answer off.
    const QByteArray head = socket->peek(LongestHead);
    const bool isWhole = head.contains("\r\n\r\n");
    if (!isWhole && head.size() < LongestHead) {
        return;
    }
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    const QByteArrayList words = head.left(head.indexOf('\r')).split(' ');
    socket->readAll();
    connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
    if (!isWhole || words.size() != 3 || words.at(0) != "GET") {
        socket->write(page("400 Bad Request", "This is not a sign-in."));
    } else {
        answer(socket, words.at(1));
    }
    socket->flush();
    socket->disconnectFromHost();
}

void RedirectListener::answer(QTcpSocket *socket, const QByteArray &target)
{
    const Result<Redirect> redirect = readRedirect(target);
    if (!redirect) {
        socket->write(page("404 Not Found", "There is nothing here."));
        return;
    }
    if (redirect->state != m_state) {
        socket->write(page("400 Bad Request", "This is not the sign-in that Quarterdeck is waiting for. It is still waiting."));
        return;
    }
    if (!m_server.isListening()) {
        socket->write(page("410 Gone", "This sign-in is over."));
        return;
    }
    m_server.close();
    const Result<Secret> code = codeOf(*redirect);
    socket->write(code ? page("200 OK", "Quarterdeck has received your sign-in. You can close this tab.")
                       : page("200 OK", "You were not signed in; Quarterdeck says why. You can close this tab."));
    m_code.finish(code);
}

} // namespace quarterdeck
