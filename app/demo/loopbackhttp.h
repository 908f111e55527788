#pragma once

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QTcpServer>

#include <functional>
#include <optional>

class QTcpSocket;

namespace quarterdeck::demo {

/// One request as it came.
struct WebRequest {
    QByteArray method;
    QByteArray target;                    ///< Path and query, encoded.
    QMap<QByteArray, QByteArray> headers; ///< By names in lower case.
    QByteArray body;
};

/// What is answered.
struct WebAnswer {
    int status = 200;
    QByteArray contentType;
    QByteArray body;
};

/// Takes the first request out of `bytes`: nothing where it is not whole yet; one without a method where it is none, or longer than a
/// megabyte, and the connection is to be ended.
std::optional<WebRequest> takeRequest(QByteArray &bytes);

/// A small HTTP/1.1 server on a free port of loopback. Thread: that of its event loop.
class LoopbackHttp : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<WebAnswer(const WebRequest &)>;
    explicit LoopbackHttp(Handler handler, QObject *parent = nullptr);
    /// False where there is no free port.
    bool listen();
    quint16 port() const { return m_server.serverPort(); }

private:
    void serve();
    void answer(QTcpSocket &socket, QByteArray &input);

    QTcpServer m_server;
    Handler m_handler;
};

} // namespace quarterdeck::demo
