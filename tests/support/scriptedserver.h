#pragma once

#include "app/core/time.h"

#include <QByteArray>
#include <QUrl>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace quarterdeck {

/// One request as the server read it.
struct ScriptedRequest {
    QByteArray method;
    QByteArray target;                                      ///< "/api/v1/query?query=up", as sent.
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    QByteArray body;
    int connection = 0;        ///< Counts the connections from 0.
    int indexOnConnection = 0; ///< Counts the requests of this connection from 0.

    QByteArray path() const; ///< The target without its query.
    QByteArray header(QByteArrayView name) const;
};

/// What the server does with one request. Start from one of the functions, then change fields.
/// Example: `auto r = ScriptedReply::json("[]"); r.headers.push_back({"Date", "..."}); r.delay = Millis(200);`
struct ScriptedReply {
    enum class Ending : quint8 {
        KeepAlive,      ///< A complete answer; the connection stays.
        Close,          ///< A complete answer without Content-Length; the end of the connection is the end of the body.
        Truncate,       ///< Content-Length says more than is sent, then the connection ends.
        TruncateChunk,  ///< Chunked, ends in the middle of a chunk.
        Reset,          ///< TCP reset after what was sent (nothing, where `isSilent`).
        Hang,           ///< Nothing more is ever sent; the connection stays open.
        Drip,           ///< The body one byte per `interval`.
        DripHeaders,    ///< The head one byte per `interval`.
        Endless,        ///< The body again and again as chunks, as fast as it is taken.
        EndlessHeaders, ///< Header lines without an end.
        Raw             ///< The body alone, as it is, without a head; then the connection ends.
    };
    int status = 200;
    QByteArray contentType;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Ending ending = Ending::KeepAlive;
    bool isSilent = false; ///< Not even the head is sent.
    Millis delay {0};      ///< Before the first byte.
    Millis interval {50};  ///< Of Drip and DripHeaders.

    static ScriptedReply json(QByteArray body, int status = 200);
    static ScriptedReply text(QByteArray body, int status = 200);
    static ScriptedReply html(QByteArray body, int status = 200);
    static ScriptedReply empty(int status);
    /// 301, 302, 303, 307 or 308 to any location, absolute ("http://127.0.0.1:1/x", "file:///etc/passwd") or not.
    static ScriptedReply redirect(int status, QByteArray location);
    /// 429; `retryAfter` is the header's value as it is, null for none.
    static ScriptedReply tooMany(QByteArray retryAfter = {});
    /// Accepts the request and never answers.
    static ScriptedReply blackHole();
    /// Reads the request and resets the connection.
    static ScriptedReply reset();
    /// Reads the request and closes the connection without a byte.
    static ScriptedReply closeSilently();
    /// Sends the first bytes of a body and breaks off. With a length the client can tell, without it cannot.
    static ScriptedReply truncated(QByteArray body, bool withLength);
    /// A body that arrives one byte at a time.
    static ScriptedReply slow(QByteArray body, Millis interval);
    /// An endless chunked body.
    static ScriptedReply endless();
    /// A gzip body that inflates to `inflated` bytes of zeros: about a thousandth of it on the wire.
    static ScriptedReply gzipBomb(qint64 inflated);
    /// A correct gzip body.
    static ScriptedReply gzip(const QByteArray &body, QByteArray contentType);
    /// Says gzip, is not.
    static ScriptedReply badGzip();
};

/// An HTTP/1.1 server for tests on a thread of its own, listening on a free port of 127.0.0.1, that answers by a function and can
/// misbehave in every way of ScriptedReply. It stops and joins its thread in the destructor.
/// Example: `ScriptedServer server([](const ScriptedRequest &r) { return ScriptedReply::json("{}"); });`
///          then use server.url("/api/v1/query"), and look at server.requests().
/// Thread: the handler runs on the server's thread, one request at a time; all methods may be called from any thread.
class ScriptedServer {
public:
    using Handler = std::function<ScriptedReply(const ScriptedRequest &)>;

    /// `port` of 0 is a free one; another one lets a server come back at the same address.
    explicit ScriptedServer(Handler handler, quint16 port = 0);
    ~ScriptedServer();

    quint16 port() const;
    /// "http://127.0.0.1:<port><path>"
    QUrl url(const QString &path = QStringLiteral("/")) const;
    /// Every complete request so far, in order of arrival.
    std::vector<ScriptedRequest> requests() const;
    /// Everything ever received, also what never became a request: for looking for secrets.
    QByteArray rawBytes() const;
    /// Connections accepted so far.
    int connections() const;
    /// Answers by another function from now on.
    void setHandler(Handler handler);
    /// Ends all open connections, as a restart does. `byReset`: with a TCP reset.
    void dropConnections(bool byReset = false);

private:
    class Worker;
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

/// A port of 127.0.0.1 that refuses connections for as long as this lives.
class RefusedPort {
public:
    RefusedPort();
    ~RefusedPort();
    RefusedPort(const RefusedPort &) = delete;
    RefusedPort &operator=(const RefusedPort &) = delete;
    quint16 port() const { return m_port; }
    QUrl url(const QString &path = QStringLiteral("/")) const;

private:
    int m_socket;
    quint16 m_port = 0;
};

/// A port of 127.0.0.1 whose connections are never completed for as long as this lives: a black hole before the handshake.
class BlackHolePort {
public:
    BlackHolePort();
    ~BlackHolePort();
    BlackHolePort(const BlackHolePort &) = delete;
    BlackHolePort &operator=(const BlackHolePort &) = delete;
    quint16 port() const { return m_port; }
    QUrl url(const QString &path = QStringLiteral("/")) const;

private:
    int m_socket;
    quint16 m_port = 0;
    std::vector<int> m_fillers;
};

} // namespace quarterdeck
