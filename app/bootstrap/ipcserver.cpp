#include "app/bootstrap/ipcserver.h"

#include "app/bootstrap/engine.h"
#include "app/bootstrap/ipcclient.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QPointer>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

namespace quarterdeck {

namespace {

constexpr int ConnectionsLimit = 256;
constexpr int PatienceMs = 30'000; // longer than any client's

QString pathOf(IpcServer::Role role, const QString &folder)
{
    switch (role) {
    case IpcServer::Role::Window:
        return ipc::socketPath(folder);
    case IpcServer::Role::Sync:
        return ipc::syncSocketPath(folder);
    case IpcServer::Role::Run:
        break;
    }
    return ipc::runSocketPath(folder);
}

QString otherText(IpcServer::Role role)
{
    switch (role) {
    case IpcServer::Role::Window:
        return QStringLiteral("Another window is running already");
    case IpcServer::Role::Sync:
        return QStringLiteral("Another qdeck sync is running already");
    case IpcServer::Role::Run:
        break;
    }
    return QStringLiteral("Another qdeck is running already");
}

bool isSamePerson(const QLocalSocket &socket)
{
    ucred peer {};
    socklen_t size = sizeof(peer);
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::getuid();
}

} // namespace

IpcServer::IpcServer(Engine &engine, QObject *parent, Role role)
    : QObject(parent)
    , m_engine(engine)
    , m_role(role)
    , m_server(this)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(ConnectionsLimit);
    m_server.setListenBacklogSize(ConnectionsLimit);
    connect(&m_server, &QLocalServer::newConnection, this, &IpcServer::accept);
}

Result<Done> IpcServer::listen()
{
    const QString folder = m_engine.folders().runtime;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner)) {
        return fail(ErrorKind::Internal, QStringLiteral("The runtime folder %1 cannot be made private").arg(folder), folder);
    }
    const QString path = pathOf(m_role, folder);
    if (isListening(path)) {
        return fail(ErrorKind::Conflict, otherText(m_role), path);
    }
    QLocalServer::removeServer(path);
    if (!m_server.listen(path)) {
        return fail(ErrorKind::Internal, QStringLiteral("Cannot listen on %1: %2").arg(path, m_server.errorString()), path);
    }
    return Done {};
}

void IpcServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (m_open >= ConnectionsLimit || !isSamePerson(*socket)) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_open;
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(PatienceMs, socket, [socket] { socket->abort(); });
    }
}

void IpcServer::read(QLocalSocket *socket)
{
    QByteArray buffer = socket->property("buffer").toByteArray() + socket->read(ipc::FrameLimit + 4);
    const auto message = ipc::unframe(buffer);
    socket->setProperty("buffer", buffer);
    if (!message) {
        reply(socket, {false, message.error().what, {}});
        return;
    }
    if (!*message) {
        return;
    }
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    const Result<IpcRequest> request = ipc::decodeRequest(**message);
    if (!request) {
        reply(socket, {false, request.error().what, {}});
        return;
    }
    answer(socket, *request);
}

void IpcServer::answer(QLocalSocket *socket, const IpcRequest &request)
{
    const bool wantsWindow = request.verb == IpcRequest::Verb::Raise || request.verb == IpcRequest::Verb::OpenLink;
    if (wantsWindow && m_role != Role::Window) {
        reply(socket, {false, QStringLiteral("No window is running"), {}});
        return;
    }
    if (request.verb == IpcRequest::Verb::PollNow && m_role == Role::Run) {
        reply(socket, {false, QStringLiteral("The qdeck that holds the data does not poll"), {}});
        return;
    }
    switch (request.verb) {
    case IpcRequest::Verb::Raise:
        emit raiseRequested();
        reply(socket, {true, {}, {}});
        break;
    case IpcRequest::Verb::OpenLink:
        emit openLinkRequested(request.link);
        reply(socket, {true, {}, {}});
        break;
    case IpcRequest::Verb::PollNow:
        m_engine.sync().refresh();
        reply(socket, {true, {}, {}});
        break;
    case IpcRequest::Verb::Enqueue:
        then(m_engine.store().enqueue(request.actions, request.validFor), this,
            [this, guard = QPointer(socket)](const Result<std::vector<OutboxEntry>> &entries) {
                IpcReply answer {entries.has_value(), entries ? QString() : entries.error().what, {}};
                for (const OutboxEntry &entry : entries ? *entries : std::vector<OutboxEntry> {}) {
                    answer.ids.append(entry.action.id.toString(QUuid::WithoutBraces));
                }
                reply(guard, answer);
            });
        break;
    case IpcRequest::Verb::AddNote:
        then(m_engine.store().addNote(request.note.alert, request.note.author, request.note.text), this,
            [this, guard = QPointer(socket)](const Result<Note> &note) {
                reply(guard,
                    {note.has_value(), note ? QString() : note.error().what,
                        note ? QStringList {note->id.toString(QUuid::WithoutBraces)} : QStringList {}});
            });
        break;
    case IpcRequest::Verb::RemoveNote:
        then(m_engine.store().removeNote(request.entry), this, [this, guard = QPointer(socket)](const Result<Done> &done) {
            reply(guard, {done.has_value(), done ? QString() : done.error().what, {}});
        });
        break;
    case IpcRequest::Verb::DecideJoin:
        then(m_engine.store().decideJoin(request.join), this, [this, guard = QPointer(socket)](const Result<Done> &done) {
            reply(guard, {done.has_value(), done ? QString() : done.error().what, {}});
        });
        break;
    case IpcRequest::Verb::WithdrawAll:
        then(m_engine.store().withdrawAll(request.entries), this, [this, guard = QPointer(socket)](const Result<std::vector<QUuid>> &withdrawn) {
            IpcReply answer {withdrawn.has_value(), withdrawn ? QString() : withdrawn.error().what, {}};
            for (const QUuid &entry : withdrawn ? *withdrawn : std::vector<QUuid> {}) {
                answer.ids.append(entry.toString(QUuid::WithoutBraces));
            }
            reply(guard, answer);
        });
        break;
    case IpcRequest::Verb::Withdraw:
        then(m_engine.store().withdraw(request.entry), this, [this, entry = request.entry, guard = QPointer(socket)](const Result<Done> &done) {
            reply(guard, {done.has_value(), done ? QString() : done.error().what, {entry.toString(QUuid::WithoutBraces)}});
        });
        break;
    case IpcRequest::Verb::Resend:
        then(m_engine.store().resend(request.entry), this, [this, guard = QPointer(socket)](const Result<OutboxEntry> &made) {
            reply(guard,
                {made.has_value(), made ? QString() : made.error().what,
                    made ? QStringList {made->action.id.toString(QUuid::WithoutBraces)} : QStringList {}});
        });
        break;
    }
}

void IpcServer::reply(QLocalSocket *socket, const IpcReply &reply)
{
    if (socket == nullptr) {
        return;
    }
    if (const auto framed = ipc::frame(ipc::encode(reply))) {
        socket->write(*framed);
    }
    socket->flush();
    socket->disconnectFromServer();
}

} // namespace quarterdeck
