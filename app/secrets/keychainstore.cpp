#include "app/secrets/keyringstate.h"
#include "app/secrets/secretstore.h"

#include <QObject>
#include <QTimer>

#ifdef QUARTERDECK_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

namespace quarterdeck {

namespace {

tl::unexpected<Error> absent(const QString &key)
{
    return fail(ErrorKind::Unsupported,
        QStringLiteral("There is no desktop keyring. Type the secret for this session, or name a file or an environment variable that holds it."),
        key);
}

} // namespace

#ifdef QUARTERDECK_KEYCHAIN

namespace {

constexpr Millis JobLimit {10'000};

class KeychainStore final : public SecretStore {
public:
    KeychainStore() { refresh(); }
    QString name() const override { return QStringLiteral("desktop keyring"); }
    State state() const override { return m_state; }
    Async<State> refresh() override;
    Async<Secret> read(QString key) override;
    Async<Done> write(QString key, Secret secret) override;
    Async<Done> remove(QString key) override;

private:
    /// Runs a job of the keyring within the limit; `value` turns a finished one into the result.
    template <class T, class J> Async<T> run(J *job, const QString &key, std::function<T(const J &)> value);
    template <class T> void explain(const Reply<T> &reply, QKeychain::Error error, const QString &key);

    QObject m_guard;
    State m_state = State::Absent;
};

Async<SecretStore::State> KeychainStore::refresh()
{
    const Reply<State> reply;
    const Async<State> found = keyringState();
    if (found.isFinished()) {
        m_state = found.result().value_or(State::Absent);
        reply.finish(m_state);
        return reply.future();
    }
    then(found, &m_guard, [this, reply](const Result<State> &state) {
        m_state = state.value_or(State::Absent);
        reply.finish(m_state);
    });
    return reply.future();
}

template <class T> void KeychainStore::explain(const Reply<T> &reply, QKeychain::Error error, const QString &key)
{
    // The library calls a locked keyring "not found" too: only the service itself knows.
    then(refresh(), &m_guard, [this, reply, error, key](const Result<State> &) {
        if (m_state == State::Locked || error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser) {
            reply.finish(
                fail(ErrorKind::Unauthorized, QStringLiteral("The keyring is locked. Unlock it, or type the secret for this session."), key));
        } else if (error == QKeychain::EntryNotFound) {
            reply.finish(fail(ErrorKind::NotFound, QStringLiteral("The keyring holds no secret of this name."), key));
        } else if (m_state == State::Absent) {
            reply.finish(absent(key));
        } else {
            reply.finish(fail(ErrorKind::Unsupported, QStringLiteral("The keyring rejected the request."), key));
        }
    });
}

template <class T, class J> Async<T> KeychainStore::run(J *job, const QString &key, std::function<T(const J &)> value)
{
    const Reply<T> reply;
    if (!hasSessionBus()) {
        delete job;
        m_state = State::Absent;
        return ready<T>(absent(key));
    }
    job->setInsecureFallback(false);
    job->setKey(key);
    // The context of both connections: gone with the first of them to fire, so the other one never does.
    auto *context = new QObject(&m_guard);
    QObject::connect(job, &QKeychain::Job::finished, context, [this, reply, job, key, value, context] {
        context->deleteLater();
        job->disconnect(context);
        if (job->error() == QKeychain::NoError) {
            m_state = State::Ok;
            reply.finish(value(*job));
        } else {
            explain(reply, job->error(), key);
        }
    });
    QTimer::singleShot(JobLimit, context, [this, reply, key, context] {
        context->deleteLater();
        const QString words = m_state == State::Locked ? QStringLiteral("The keyring is locked, and was not unlocked within 10 s.")
                                                       : QStringLiteral("The keyring has not answered for 10 s.");
        reply.finish(fail(m_state == State::Locked ? ErrorKind::Unauthorized : ErrorKind::Timeout, words, key));
    });
    job->start();
    return reply.future();
}

Async<Secret> KeychainStore::read(QString key)
{
    return run<Secret, QKeychain::ReadPasswordJob>(
        new QKeychain::ReadPasswordJob(QStringLiteral("quarterdeck")), key, [](const auto &job) { return Secret(job.textData().toUtf8()); });
}

Async<Done> KeychainStore::write(QString key, Secret secret)
{
    auto *job = new QKeychain::WritePasswordJob(QStringLiteral("quarterdeck"));
    job->setTextData(QString::fromUtf8(secret.reveal()));
    return run<Done, QKeychain::WritePasswordJob>(job, key, [](const auto &) { return Done {}; });
}

Async<Done> KeychainStore::remove(QString key)
{
    return run<Done, QKeychain::DeletePasswordJob>(
        new QKeychain::DeletePasswordJob(QStringLiteral("quarterdeck")), key, [](const auto &) { return Done {}; });
}

} // namespace

std::unique_ptr<SecretStore> makeKeychainStore()
{
    return std::make_unique<KeychainStore>();
}

#else

namespace {

class AbsentStore final : public SecretStore {
public:
    QString name() const override { return QStringLiteral("desktop keyring"); }
    State state() const override { return State::Absent; }
    Async<Secret> read(QString key) override { return ready<Secret>(absent(key)); }
    Async<Done> write(QString key, Secret) override { return ready<Done>(absent(key)); }
    Async<Done> remove(QString key) override { return ready<Done>(absent(key)); }
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainStore()
{
    return std::make_unique<AbsentStore>();
}

#endif

} // namespace quarterdeck
