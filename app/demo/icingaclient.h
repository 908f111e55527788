#pragma once

#include <QByteArray>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <deque>
#include <functional>

namespace quarterdeck::demo {

/// Tells the demo's Icinga2 what its checks found: one request after the other, over TLS with its own authority. What cannot be told is
/// left out with a warning in the log. Thread: that of its event loop.
class IcingaClient : public QObject {
    Q_OBJECT

public:
    /// Status 0: no answer.
    using Done = std::function<void(int status)>;
    IcingaClient(quint16 port, QSslCertificate authority, QByteArray password, QObject *parent = nullptr);
    /// POST of one JSON object to what is below /v1; `done` is called once, unless this is gone before or a hundred others wait.
    void post(const QByteArray &path, const QByteArray &body, Done done = {});
    /// GET of /v1 itself: whether it answers.
    void greet(Done done);

private:
    struct Ask {
        QByteArray start; ///< "POST /v1/actions/add-comment"
        QByteArray body;
        Done done;
    };
    void enqueue(Ask ask);
    void next();
    void write();
    void read();
    void finish(int status);

    quint16 m_port;
    QByteArray m_password;
    std::deque<Ask> m_queue;
    QSslConfiguration m_tls;
    QSslSocket *m_socket = nullptr; ///< Null between two requests.
    QTimer m_timeout;
    QByteArray m_answer;
};

} // namespace quarterdeck::demo
