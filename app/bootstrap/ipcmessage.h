#pragma once

#include "app/domain/action.h"
#include "app/domain/history.h"
#include "app/domain/join.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

/// What one program of this person may ask of the running window.
struct IpcRequest {
    enum class Verb : quint8 { Raise, OpenLink, Enqueue, AddNote, PollNow, Withdraw, Resend, DecideJoin, RemoveNote, WithdrawAll };
    Verb verb = Verb::Raise;
    QString link;                     ///< OpenLink: a quarterdeck: address; it only navigates.
    std::vector<AlertAction> actions; ///< Enqueue.
    Millis validFor {0};              ///< Enqueue.
    Note note;                        ///< AddNote: alert, author and text count.
    JoinDecision join;                ///< DecideJoin.
    std::vector<QUuid> entries;       ///< WithdrawAll: the actions of entries of the outbox.
    QUuid entry;                      ///< Withdraw and Resend: the action of an entry of the outbox. RemoveNote: the note.

    friend bool operator==(const IpcRequest &, const IpcRequest &) = default;
};

/// What the window answers.
struct IpcReply {
    bool isOk = false;
    QString problem; ///< Why not, in words.
    QStringList ids; ///< Of what was stored durably.

    friend bool operator==(const IpcReply &, const IpcReply &) = default;
};

namespace ipc {

/// Units: bytes of one frame without its length.
constexpr qsizetype FrameLimit = 8 * 1024 * 1024;

/// One line of JSON.
QByteArray encode(const IpcRequest &request);
/// One line of JSON.
QByteArray encode(const IpcReply &reply);
/// Errors: BadPayload for anything that encode() does not write.
Result<IpcRequest> decodeRequest(QByteArrayView json);
/// Errors: BadPayload for anything that encode() does not write.
Result<IpcReply> decodeReply(QByteArrayView json);

/// A message with its length before it, big-endian. Errors: Rejected when it is too long.
Result<QByteArray> frame(const QByteArray &message);
/// Takes one whole message off the front of `buffer`; nothing while it is incomplete. Errors: BadPayload for a length beyond the limit.
Result<std::optional<QByteArray>> unframe(QByteArray &buffer);

/// The socket of the window in a runtime folder.
QString socketPath(const QString &runtimeFolder);
/// The same of a running `qdeck sync`, which takes writes as the window does.
QString syncSocketPath(const QString &runtimeFolder);
/// The same of a qdeck that ends by itself, while it holds the store.
QString runSocketPath(const QString &runtimeFolder);

} // namespace ipc

} // namespace quarterdeck
