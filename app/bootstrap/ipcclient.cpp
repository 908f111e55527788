#include "app/bootstrap/ipcclient.h"

#include <QDeadlineTimer>
#include <QLocalSocket>

#include <algorithm>

#include <sys/socket.h>
#include <unistd.h>

namespace quarterdeck {

namespace {

bool connected(QLocalSocket &socket, const QString &path, const QDeadlineTimer &deadline)
{
    socket.connectToServer(path);
    if (!socket.waitForConnected(int(deadline.remainingTime()))) {
        socket.abort();
        return false;
    }
    return true;
}

/// Where a request may be answered: whoever polls comes first.
QStringList doorsFor(const IpcRequest &request, const QString &folder)
{
    if (request.verb == IpcRequest::Verb::Raise || request.verb == IpcRequest::Verb::OpenLink) {
        return {ipc::socketPath(folder)};
    }
    return {ipc::syncSocketPath(folder), ipc::socketPath(folder), ipc::runSocketPath(folder)};
}

} // namespace

bool isListening(const QString &path)
{
    constexpr int PatienceMs = 200;
    QLocalSocket socket;
    socket.connectToServer(path);
    return socket.waitForConnected(PatienceMs);
}

Result<IpcReply> askWindow(const QString &runtimeFolder, const IpcRequest &request, Millis timeout)
{
    const Result<QByteArray> framed = ipc::frame(ipc::encode(request));
    if (!framed) {
        return tl::unexpected<Error>(framed.error());
    }
    const QDeadlineTimer deadline(timeout);
    QLocalSocket socket;
    const QStringList doors = doorsFor(request, runtimeFolder);
    if (std::ranges::none_of(doors, [&](const QString &door) { return connected(socket, door, deadline); })) {
        return fail(ErrorKind::NotFound, QStringLiteral("No window is running, and no qdeck sync"), runtimeFolder);
    }
    ucred peer {};
    socklen_t size = sizeof(peer);
    if (::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || peer.uid != ::getuid()) {
        return fail(ErrorKind::Forbidden, QStringLiteral("The socket in the runtime folder belongs to somebody else"), runtimeFolder);
    }
    socket.write(*framed);
    QByteArray buffer;
    while (!deadline.hasExpired()) {
        const auto message = ipc::unframe(buffer);
        if (!message) {
            return tl::unexpected<Error>(message.error());
        }
        if (*message) {
            return ipc::decodeReply(**message);
        }
        if (!socket.waitForReadyRead(int(deadline.remainingTime())) && socket.bytesAvailable() == 0) {
            break;
        }
        buffer += socket.readAll();
    }
    return fail(ErrorKind::Timeout, QStringLiteral("Whoever holds the data did not answer"), runtimeFolder);
}

bool isWindowListening(const QString &runtimeFolder)
{
    return isListening(ipc::socketPath(runtimeFolder));
}

bool isSyncListening(const QString &runtimeFolder)
{
    return isListening(ipc::syncSocketPath(runtimeFolder));
}

bool isRunListening(const QString &runtimeFolder)
{
    return isListening(ipc::runSocketPath(runtimeFolder));
}

} // namespace quarterdeck
