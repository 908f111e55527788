#include "app/bootstrap/secretlookup.h"

#include "app/core/regularfile.h"

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
        return ready<Secret>(tl::unexpected<Error>(inWords(Error {ErrorKind::Unsupported, {}, {}, 0, std::nullopt}, reference.keychain)));
    }
    return m_desk->ask(reference.keychain);
}

} // namespace quarterdeck
