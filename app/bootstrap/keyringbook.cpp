#include "app/bootstrap/keyringbook.h"

#include "app/secrets/keyringacts.h"

namespace quarterdeck {

namespace {

void add(QStringList &names, const SecretRef &reference)
{
    if (!reference.keychain.isEmpty() && !names.contains(reference.keychain)) {
        names.append(reference.keychain);
    }
}

void add(QStringList &names, const std::vector<ConfiguredHeader> &headers)
{
    for (const ConfiguredHeader &header : headers) {
        add(names, header.secret);
    }
}

QStringList keyringNames(const HttpConfig &http)
{
    QStringList names;
    add(names, http.secret);
    add(names, http.headers);
    add(names, http.proxy.connectHeaders);
    if (http.oauth2) {
        add(names, http.oauth2->clientSecret);
        add(names, http.oauth2->proxy.connectHeaders);
    }
    return names;
}

} // namespace

KeyringBook::KeyringBook(SecretStore &store, const std::vector<Endpoint> &endpoints)
    : m_store(store)
{
    for (const Endpoint &endpoint : endpoints) {
        m_names.insert(endpoint.id, keyringNames(endpoint.http));
    }
}

Async<SecretState> KeyringBook::state(QString name)
{
    const Reply<SecretState> reply;
    // Only an open keyring is read: the reading of a locked one has the desktop ask for its password.
    then(m_store.refresh(), this, [this, name, reply](const Result<SecretStore::State> &found) {
        const SecretStore::State state = found.value_or(SecretStore::State::Absent);
        if (state != SecretStore::State::Ok) {
            reply.finish(state == SecretStore::State::Locked ? SecretState::Locked : SecretState::NoKeyring);
            return;
        }
        then(m_store.read(name), this, [this, reply](const Result<Secret> &secret) {
            if (secret) {
                reply.finish(SecretState::Stored);
                return;
            }
            const Error error = explained(secret.error());
            switch (error.kind) {
            case ErrorKind::NotFound:
                reply.finish(SecretState::Missing);
                break;
            case ErrorKind::Unauthorized:
                reply.finish(SecretState::Locked);
                break;
            case ErrorKind::Unsupported:
                reply.finish(SecretState::NoKeyring);
                break;
            default:
                reply.finish(tl::unexpected(error));
                break;
            }
        });
    });
    return reply.future();
}

Async<Done> KeyringBook::store(QString name, Secret secret)
{
    const Result<Secret> line = secretFromText(secret.reveal());
    return line ? explained(storeSecret(m_store, this, name, *line)) : ready<Done>(tl::unexpected(line.error()));
}

Async<Done> KeyringBook::remove(QString name)
{
    return explained(removeSecret(m_store, this, name));
}

Async<Done> KeyringBook::explained(const Async<Done> &act)
{
    const Reply<Done> reply;
    then(act, this, [this, reply](const Result<Done> &done) { reply.finish(done ? done : tl::unexpected(explained(done.error()))); });
    return reply.future();
}

// A keyring that is there and refuses is not one that is missing.
Error KeyringBook::explained(const Error &error) const
{
    Error told = error;
    if (told.kind == ErrorKind::Unsupported && m_store.state() != SecretStore::State::Absent) {
        told.kind = ErrorKind::Storage;
    }
    return told;
}

} // namespace quarterdeck
