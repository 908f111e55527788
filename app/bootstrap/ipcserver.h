#pragma once

#include "app/bootstrap/ipcmessage.h"

#include <QLocalServer>
#include <QObject>

class QLocalSocket;

namespace quarterdeck {

class Engine;

/// The door of whoever holds the store, for the command line and second starts: a socket in the runtime folder that only this person reaches,
/// small messages, few verbs. Writes go through the one store that may write. Thread: main.
class IpcServer final : public QObject {
    Q_OBJECT

public:
    /// Who listens: without a window nothing can be raised, and no address opened. One run of qdeck that ends by itself only takes writes.
    enum class Role : quint8 { Window, Sync, Run };
    /// `engine` outlives the server.
    explicit IpcServer(Engine &engine, QObject *parent = nullptr, Role role = Role::Window);
    /// Errors: Internal, in words; the program works without.
    Result<Done> listen();

signals:
    /// Show the window and bring it to the front.
    void raiseRequested();
    /// Navigate to a quarterdeck: address, which is foreign text.
    void openLinkRequested(const QString &link);

private:
    void accept();
    void read(QLocalSocket *socket);
    void answer(QLocalSocket *socket, const IpcRequest &request);
    void reply(QLocalSocket *socket, const IpcReply &reply);

    Engine &m_engine;
    Role m_role;
    QLocalServer m_server;
    int m_open = 0;
};

} // namespace quarterdeck
