#pragma once

#include "app/core/async.h"
#include "app/core/secret.h"

#include <QTcpServer>

class QTcpSocket;

namespace quarterdeck {

/// Waits on loopback for the browser to come back from a sign-in: RFC 8252, section 7.3. One redirect with the right state is taken, then
/// nobody is listened to any more; whatever else comes gets an answer and changes nothing. Thread: main.
class RedirectListener : public QObject {
public:
    /// `state` is what the redirect must bring along.
    explicit RedirectListener(QByteArray state);
    ~RedirectListener() override;

    /// Listens on 127.0.0.1 at this port, or at any for 0. Errors: Rejected, in words.
    Result<Done> listen(quint16 port);
    /// What the sign-in page sends the browser to; only after listen().
    QString address() const;
    /// The code of the sign-in. Errors: Rejected, where the page says that there is none, with its words.
    Async<Secret> code() const { return m_code.future(); }

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &target);

    QByteArray m_state;
    QTcpServer m_server;
    Reply<Secret> m_code;
    int m_open = 0;
};

} // namespace quarterdeck
