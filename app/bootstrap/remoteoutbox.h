#pragma once

#include "app/bootstrap/ipcmessage.h"
#include "app/ports/outbox.h"

#include <QObject>

namespace quarterdeck {

/// The outbox of whoever may write the stored data: the running window, `qdeck sync` or another qdeck, asked over its socket. Each question blocks
/// until it is answered, for at most five seconds. Errors: Timeout where it is not known whether it was taken, else Storage or what the other program
/// says.
class RemoteOutbox final : public QObject, public Outbox {
public:
    /// `whyNotOurs`: why nothing can be written here, for the words where nobody listens either. `stored` outlives it, and is only read.
    RemoteOutbox(QString runtimeFolder, QString whyNotOurs, Outbox &stored);

    /// Of the entries that come of it, only what was asked for and that it is queued is told.
    Async<std::vector<OutboxEntry>> enqueue(std::vector<AlertAction> actions, Millis validFor) override;
    Async<Done> withdraw(QUuid action) override;
    Async<std::vector<QUuid>> withdrawAll(std::vector<QUuid> actions) override;
    Async<OutboxEntry> resend(QUuid action) override;
    Async<std::vector<OutboxEntry>> entries() override { return m_stored.entries(); }
    Async<Note> addNote(AlertKey alert, QString author, QString text) override;
    Async<Done> removeNote(QUuid note) override;
    Async<Done> decideJoin(JoinDecision decision) override;

private:
    Result<IpcReply> ask(const IpcRequest &request) const;
    Async<Done> done(const IpcRequest &request) const;

    QString m_runtime;
    QString m_whyNotOurs;
    Outbox &m_stored;
};

} // namespace quarterdeck
