#include "app/secrets/keyringacts.h"

namespace quarterdeck {

namespace {

constexpr qsizetype LongestSecret = 64 * 1024;

QByteArray withoutLineEnd(QByteArray text)
{
    while (text.endsWith('\n') || text.endsWith('\r')) {
        text.chop(1);
    }
    return text;
}

} // namespace

Result<Secret> secretFromText(QByteArray text)
{
    const Secret secret(withoutLineEnd(std::move(text)));
    const QByteArray &bytes = secret.reveal();
    if (bytes.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("Nothing was given"));
    }
    if (bytes.size() > LongestSecret) {
        return fail(ErrorKind::Rejected, QStringLiteral("What was given is larger than 64 KB: too large to be a secret"));
    }
    if (bytes.contains('\n') || bytes.contains('\r') || bytes.contains('\0') || QString::fromUtf8(bytes).toUtf8() != bytes) {
        return fail(ErrorKind::Rejected, QStringLiteral("What was given is not one line of text (UTF-8); keep such a secret in a file"));
    }
    return secret;
}

Async<Done> storeSecret(SecretStore &store, QObject *guard, const QString &name, const Secret &secret)
{
    const Reply<Done> reply;
    then(store.write(name, secret), guard, [&store, guard, name, secret, reply](const Result<Done> &written) {
        if (!written) {
            reply.finish(written);
            return;
        }
        then(store.read(name), guard, [name, secret, reply](const Result<Secret> &back) {
            if (!back) {
                reply.finish(tl::unexpected(back.error()));
            } else if (back->reveal() != secret.reveal()) {
                reply.finish(fail(ErrorKind::Storage, QStringLiteral("The keyring gives back something else than was stored as %1").arg(name)));
            } else {
                reply.finish(Done {});
            }
        });
    });
    return reply.future();
}

Async<Done> removeSecret(SecretStore &store, QObject *guard, const QString &name)
{
    const Reply<Done> reply;
    const auto look = [&store, guard, name, reply] {
        then(store.read(name), guard, [name, reply](const Result<Secret> &left) {
            if (left) {
                reply.finish(fail(ErrorKind::Storage, QStringLiteral("The keyring still holds %1: it was not removed").arg(name)));
            } else {
                reply.finish(left.error().kind == ErrorKind::NotFound ? Result<Done>(Done {}) : tl::unexpected(left.error()));
            }
        });
    };
    then(store.read(name), guard, [&store, guard, name, reply, look](const Result<Secret> &there) {
        if (!there) {
            reply.finish(tl::unexpected(there.error()));
            return;
        }
        then(store.remove(name), guard, [reply, look](const Result<Done> &removed) { removed ? look() : reply.finish(removed); });
    });
    return reply.future();
}

} // namespace quarterdeck
