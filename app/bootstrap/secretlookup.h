#pragma once

#include "app/net/secretresolver.h"
#include "app/secrets/secretstore.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace quarterdeck {

/// Hands questions for the keyring over to the thread of the SecretStore. Thread: main; ask() any.
class SecretDesk final : public QObject {
    Q_OBJECT

public:
    /// `store` outlives the desk.
    explicit SecretDesk(SecretStore &store);
    /// Errors: Unauthorized, in words for the person.
    Async<Secret> ask(const QString &key);
    /// As SecretResolver::signIn(). Errors: Unauthorized, in words for the person.
    Async<Secret> signIn(const QString &name);
    /// As SecretResolver::keepSignIn(). Errors: Unauthorized, in words for the person.
    Async<Done> keepSignIn(const QString &name, const Secret &token);

private:
    SecretStore &m_store;
};

/// Finds secrets in the keyring, in files and in the environment. Thread: io.
class SecretLookup final : public SecretResolver {
public:
    /// `desk` may be null: then there is no keyring. It outlives every request.
    explicit SecretLookup(SecretDesk *desk);
    /// Errors: Unauthorized, in words for the person.
    Async<Secret> resolve(const SecretRef &reference) override;
    Async<Secret> signIn(const QString &name) override;
    Async<Done> keepSignIn(const QString &name, const Secret &token) override;

private:
    SecretDesk *m_desk;
};

} // namespace quarterdeck
