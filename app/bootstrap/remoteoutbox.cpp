#include "app/bootstrap/remoteoutbox.h"

#include "app/bootstrap/ipcclient.h"
#include "app/core/combinators.h"

#include <algorithm>

namespace quarterdeck {

namespace {

// A crowd of writers is served one after the other; to give up early leaves in doubt what is about to be stored.
constexpr Millis WritePatience {20'000};

} // namespace

RemoteOutbox::RemoteOutbox(QString runtimeFolder, QString whyNotOurs, Outbox &stored)
    : m_runtime(std::move(runtimeFolder))
    , m_whyNotOurs(std::move(whyNotOurs))
    , m_stored(stored)
{
}

Async<std::vector<OutboxEntry>> RemoteOutbox::enqueue(std::vector<AlertAction> actions, Millis validFor)
{
    IpcRequest request;
    request.verb = IpcRequest::Verb::Enqueue;
    request.actions = std::move(actions);
    request.validFor = validFor;
    return ready<std::vector<OutboxEntry>>(ask(request).map([&request](const IpcReply &reply) {
        std::vector<OutboxEntry> entries;
        for (AlertAction &action : request.actions) {
            // Where the same was wished for before, that is what stands for it.
            const QUuid standing = QUuid::fromString(reply.ids.value(qsizetype(entries.size())));
            OutboxEntry &entry = entries.emplace_back();
            entry.action = std::move(action);
            entry.action.id = standing.isNull() ? entry.action.id : standing;
        }
        return entries;
    }));
}

Async<Done> RemoteOutbox::withdraw(QUuid action)
{
    IpcRequest request;
    request.verb = IpcRequest::Verb::Withdraw;
    request.entry = action;
    return done(request);
}

Async<std::vector<QUuid>> RemoteOutbox::withdrawAll(std::vector<QUuid> actions)
{
    IpcRequest request;
    request.verb = IpcRequest::Verb::WithdrawAll;
    request.entries = std::move(actions);
    return ready<std::vector<QUuid>>(ask(request).map([](const IpcReply &reply) {
        std::vector<QUuid> withdrawn;
        for (const QString &id : reply.ids) {
            withdrawn.push_back(QUuid::fromString(id));
        }
        return withdrawn;
    }));
}

Async<OutboxEntry> RemoteOutbox::resend(QUuid action)
{
    IpcRequest request;
    request.verb = IpcRequest::Verb::Resend;
    request.entry = action;
    const auto reply = ask(request);
    if (!reply) {
        return ready<OutboxEntry>(tl::unexpected<Error>(reply.error()));
    }
    return map(entries(), this, [made = QUuid::fromString(reply->ids.value(0))](const Result<std::vector<OutboxEntry>> &all) -> Result<OutboxEntry> {
        if (!all) {
            return tl::unexpected<Error>(all.error());
        }
        const auto at = std::ranges::find(*all, made, [](const OutboxEntry &entry) { return entry.action.id; });
        return at != all->end() ? Result<OutboxEntry>(*at) : fail(ErrorKind::NotFound, QStringLiteral("It was sent again, but cannot be read here"));
    });
}

Async<Note> RemoteOutbox::addNote(AlertKey alert, QString author, QString text)
{
    IpcRequest request;
    request.verb = IpcRequest::Verb::AddNote;
    request.note.alert = std::move(alert);
    request.note.author = std::move(author);
    request.note.text = std::move(text);
    return ready<Note>(ask(request).map([&request](const IpcReply &reply) {
        request.note.id = QUuid::fromString(reply.ids.value(0));
        return request.note;
    }));
}

Async<Done> RemoteOutbox::removeNote(QUuid note)
{
    IpcRequest request;
    request.verb = IpcRequest::Verb::RemoveNote;
    request.entry = note;
    return done(request);
}

Async<Done> RemoteOutbox::decideJoin(JoinDecision decision)
{
    IpcRequest request;
    request.verb = IpcRequest::Verb::DecideJoin;
    request.join = std::move(decision);
    return done(request);
}

Result<IpcReply> RemoteOutbox::ask(const IpcRequest &request) const
{
    auto reply = askWindow(m_runtime, request, WritePatience);
    if (reply) {
        return reply->isOk ? std::move(reply) : fail(ErrorKind::Storage, reply->problem);
    }
    switch (reply.error().kind) {
    case ErrorKind::Timeout:
        return fail(ErrorKind::Timeout, QStringLiteral("Whoever holds the data did not answer in time"));
    case ErrorKind::NotFound:
        return fail(ErrorKind::Storage, m_whyNotOurs);
    default:
        return fail(ErrorKind::Storage, reply.error().what + QStringLiteral(". ") + m_whyNotOurs);
    }
}

Async<Done> RemoteOutbox::done(const IpcRequest &request) const
{
    return ready<Done>(ask(request).map([](const IpcReply &) { return Done {}; }));
}

} // namespace quarterdeck
