#include "app/bootstrap/secretlookup.h"

#include "app/core/regularfile.h"
#include "app/secrets/keyringacts.h"

namespace quarterdeck {

namespace {

constexpr qint64 SecretFileLimit = 64LL * 1024;

tl::unexpected<Error> missing(const QString &words, const QString &where)
{
    return fail(ErrorKind::Unauthorized, words, where);
}

Result<Secret> fromFile(const QString &path)
{
    const auto read = readRegularFile(path, SecretFileLimit);
    if (!read && read.error().kind == ErrorKind::NotFound) {
        return missing(QStringLiteral("The secret file %1 does not exist").arg(path), path);
    }
    if (!read) {
        return missing(QStringLiteral("The secret file %1 is of no use: %2").arg(path, read.error().what), path);
    }
    const QByteArray bytes = read->trimmed();
    if (bytes.isEmpty()) {
        return missing(QStringLiteral("The secret file %1 is empty").arg(path), path);
    }
    return Secret(bytes);
}

Result<Secret> fromEnvironment(const QString &name)
{
    const QByteArray bytes = qgetenv(name.toUtf8().constData());
    if (bytes.isEmpty()) {
        return missing(QStringLiteral("The environment variable %1, which should hold the secret, is not set").arg(name), name);
    }
    return Secret(bytes);
}

Error inWords(const Error &error, const QString &key)
{
    QString words;
    switch (error.kind) {
    case ErrorKind::NotFound:
        words = QStringLiteral("The keyring holds no secret named %1. Store it with qdeck secret set %1, or use a file or an environment variable.")
                    .arg(key);
        break;
    case ErrorKind::Unauthorized:
        words = QStringLiteral("The keyring is locked. Unlock it, or use a file or an environment variable for %1.").arg(key);
        break;
    case ErrorKind::Unsupported:
        words = QStringLiteral("There is no keyring on this desktop. Use a file or an environment variable for %1.").arg(key);
        break;
    default:
        words = QStringLiteral("The keyring did not give the secret %1: %2").arg(key, error.what);
        break;
    }
    return Error {ErrorKind::Unauthorized, words, key, 0, std::nullopt};
}

Error ofSignIn(const Error &error)
{
    QString words;
    switch (error.kind) {
    case ErrorKind::Unauthorized:
        words = QStringLiteral("The keyring with the sign-in is locked. Unlock it.");
        break;
    case ErrorKind::Unsupported:
        words = QStringLiteral("There is no keyring on this desktop, and the sign-in may not be stored anywhere else.");
        break;
    default:
        words = QStringLiteral("The keyring does not keep the sign-in: %1").arg(error.what);
        break;
    }
    return Error {ErrorKind::Unauthorized, words, {}, 0, std::nullopt};
}

Error noKeyring()
{
    return Error {ErrorKind::Unsupported, {}, {}, 0, std::nullopt};
}

} // namespace

SecretDesk::SecretDesk(SecretStore &store)
    : m_store(store)
{
}

Async<Secret> SecretDesk::ask(const QString &key)
{
    const Reply<Secret> reply;
    QMetaObject::invokeMethod(
        this,
        [this, key, reply] {
            then(m_store.read(key), this, [key, reply](const Result<Secret> &secret) {
                reply.finish(secret ? secret : Result<Secret>(tl::unexpected<Error>(inWords(secret.error(), key))));
            });
        },
        Qt::QueuedConnection);
    return reply.future();
}

Async<Secret> SecretDesk::signIn(const QString &name)
{
    const Reply<Secret> reply;
    QMetaObject::invokeMethod(
        this,
        [this, name, reply] {
            then(m_store.read(name), this, [reply](const Result<Secret> &token) {
                if (token || token.error().kind == ErrorKind::NotFound) {
                    reply.finish(token.value_or(Secret()));
                } else {
                    reply.finish(tl::unexpected(ofSignIn(token.error())));
                }
            });
        },
        Qt::QueuedConnection);
    return reply.future();
}

Async<Done> SecretDesk::keepSignIn(const QString &name, const Secret &token)
{
    const Reply<Done> reply;
    QMetaObject::invokeMethod(
        this,
        [this, name, token, reply] {
            then(storeSecret(m_store, this, name, token), this,
                [reply](const Result<Done> &kept) { reply.finish(kept ? kept : tl::unexpected(ofSignIn(kept.error()))); });
        },
        Qt::QueuedConnection);
    return reply.future();
}

SecretLookup::SecretLookup(SecretDesk *desk)
    : m_desk(desk)
{
}

Async<Secret> SecretLookup::resolve(const SecretRef &reference)
{
    if (!reference.file.isEmpty()) {
        return ready(fromFile(reference.file));
    }
    if (!reference.env.isEmpty()) {
        return ready(fromEnvironment(reference.env));
    }
    if (m_desk == nullptr) {
        return ready<Secret>(tl::unexpected<Error>(inWords(noKeyring(), reference.keychain)));
    }
    return m_desk->ask(reference.keychain);
}

Async<Secret> SecretLookup::signIn(const QString &name)
{
    return m_desk == nullptr ? ready<Secret>(tl::unexpected(ofSignIn(noKeyring()))) : m_desk->signIn(name);
}

Async<Done> SecretLookup::keepSignIn(const QString &name, const Secret &token)
{
    return m_desk == nullptr ? ready<Done>(tl::unexpected(ofSignIn(noKeyring()))) : m_desk->keepSignIn(name, token);
}

} // namespace quarterdeck
