#include "app/bootstrap/ipcclient.h"

#include <QDeadlineTimer>
#include <QLocalSocket>

#include <sys/socket.h>
#include <unistd.h>

namespace quarterdeck {

Result<IpcReply> askWindow(const QString &runtimeFolder, const IpcRequest &request, Millis timeout)
{
    const Result<QByteArray> framed = ipc::frame(ipc::encode(request));
    if (!framed) {
        return tl::unexpected<Error>(framed.error());
    }
    const QDeadlineTimer deadline(timeout);
    QLocalSocket socket;
    socket.connectToServer(ipc::socketPath(runtimeFolder));
    if (!socket.waitForConnected(int(deadline.remainingTime()))) {
        return fail(ErrorKind::NotFound, QStringLiteral("No window is running"), runtimeFolder);
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
    return fail(ErrorKind::Timeout, QStringLiteral("The running window did not answer"), runtimeFolder);
}

bool isWindowListening(const QString &runtimeFolder)
{
    QLocalSocket socket;
    socket.connectToServer(ipc::socketPath(runtimeFolder));
    return socket.waitForConnected(200);
}

} // namespace quarterdeck
