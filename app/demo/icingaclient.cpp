#include "app/demo/icingaclient.h"

#include "app/core/log.h"

namespace quarterdeck::demo {

namespace {

constexpr std::size_t MostWaiting = 100;
constexpr int TimeoutMs = 5000;
constexpr qsizetype LongestAnswer = 1024 * 1024;

/// The server ends its side of TLS and waits for ours, so its going is no sign.
bool isWhole(const QByteArray &head, const QByteArray &body)
{
    const QByteArray name = "\r\ncontent-length:";
    const qsizetype length = head.indexOf(name);
    if (length < 0) {
        return head.contains("\r\ntransfer-encoding: chunked") && body.endsWith("0\r\n\r\n");
    }
    const qsizetype from = length + name.size();
    const qsizetype to = head.indexOf('\r', from);
    return body.size() >= head.mid(from, to < 0 ? -1 : to - from).trimmed().toLongLong();
}

/// The status of an answer that is there as a whole; 0 before.
int statusOf(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const QByteArray head = answer.left(std::max<qsizetype>(end, 0)).toLower();
    return end >= 0 && isWhole(head, answer.mid(end + 4)) ? head.mid(head.indexOf(' ') + 1, 3).toInt() : 0;
}

} // namespace

IcingaClient::IcingaClient(quint16 port, QSslCertificate authority, QByteArray password, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_password(std::move(password))
    , m_tls(QSslConfiguration::defaultConfiguration())
{
    m_tls.setCaCertificates({std::move(authority)});
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(TimeoutMs);
    connect(&m_timeout, &QTimer::timeout, this, [this] { finish(0); });
}

void IcingaClient::post(const QByteArray &path, const QByteArray &body, Done done)
{
    enqueue({"POST /v1" + path, body, std::move(done)});
}

void IcingaClient::greet(Done done)
{
    enqueue({"GET /v1", {}, std::move(done)});
}

void IcingaClient::enqueue(Ask ask)
{
    // One that hangs is told no more than it can still take in.
    if (m_queue.size() >= MostWaiting) {
        qCWarning(logDemo) << "the demo's Icinga2 is too slow for" << ask.start;
        return;
    }
    m_queue.push_back(std::move(ask));
    next();
}

void IcingaClient::next()
{
    if (m_socket != nullptr || m_queue.empty()) {
        return;
    }
    m_answer.clear();
    m_timeout.start();
    m_socket = new QSslSocket(this);
    m_socket->setSslConfiguration(m_tls);
    connect(m_socket, &QSslSocket::encrypted, this, &IcingaClient::write);
    connect(m_socket, &QSslSocket::readyRead, this, &IcingaClient::read);
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] { finish(statusOf(m_answer)); });
    m_socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port, QStringLiteral("localhost"));
}

void IcingaClient::write()
{
    const Ask &ask = m_queue.front();
    m_socket->write(ask.start + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: application/json\r\nAuthorization: Basic "
        + ("quarterdeck:" + m_password).toBase64() + "\r\nContent-Length: " + QByteArray::number(ask.body.size()) + "\r\n\r\n" + ask.body);
}

void IcingaClient::read()
{
    m_answer += m_socket->readAll();
    if (const int status = statusOf(m_answer); status != 0 || m_answer.size() > LongestAnswer) {
        finish(status);
    }
}

void IcingaClient::finish(int status)
{
    m_timeout.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
    const Ask ask = std::move(m_queue.front());
    m_queue.pop_front();
    if (ask.done) {
        ask.done(status);
    } else if (status != 200) {
        qCWarning(logDemo) << "the demo's Icinga2 did not take" << ask.start << status;
    }
    next();
}

} // namespace quarterdeck::demo
