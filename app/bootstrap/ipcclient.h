#pragma once

#include "app/bootstrap/ipcmessage.h"

namespace quarterdeck {

/// Asks the running `qdeck sync` whose socket is in `runtimeFolder`, since it is the one that writes, else the running window; what only a
/// window does is asked of that alone. Blocks for at most `timeout`. For the command line and for second starts, before there is a window.
/// Errors: NotFound where neither listens, Timeout, Forbidden where the socket belongs to somebody else.
Result<IpcReply> askWindow(const QString &runtimeFolder, const IpcRequest &request, Millis timeout = Millis(5'000));

/// True where something accepts connections on the socket of a window.
bool isWindowListening(const QString &runtimeFolder);
/// True where a running `qdeck sync` takes writes.
bool isSyncListening(const QString &runtimeFolder);
/// True where a qdeck that ends by itself takes writes meanwhile.
bool isRunListening(const QString &runtimeFolder);
/// True where something accepts connections on a socket.
bool isListening(const QString &path);

} // namespace quarterdeck
