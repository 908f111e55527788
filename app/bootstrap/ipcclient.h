#pragma once

#include "app/bootstrap/ipcmessage.h"

namespace quarterdeck {

/// Asks the running window whose socket is in `runtimeFolder`; blocks for at most `timeout`. For the command line and for second starts,
/// before there is a window.
/// Errors: NotFound where no window listens, Timeout, Forbidden where the socket belongs to somebody else.
Result<IpcReply> askWindow(const QString &runtimeFolder, const IpcRequest &request, Millis timeout = Millis(5'000));

/// True where something accepts connections on the socket of a window.
bool isWindowListening(const QString &runtimeFolder);

} // namespace quarterdeck
