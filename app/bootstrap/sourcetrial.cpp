#include "app/bootstrap/sourcetrial.h"

#include "app/bootstrap/secretlookup.h"

#include "connectors.h"

namespace quarterdeck {

namespace {

/// Knows the one secret that somebody has just typed, and asks for all others. Thread: io.
class TypedSecret final : public SecretResolver {
public:
    TypedSecret(QString name, Secret secret, SecretDesk &desk)
        : m_name(std::move(name))
        , m_secret(std::move(secret))
        , m_lookup(&desk)
    {
    }
    Async<Secret> resolve(const SecretRef &reference) override
    {
        const bool isIt = !m_secret.isEmpty() && !reference.keychain.isEmpty() && reference.keychain == m_name;
        return isIt ? ready<Secret>(m_secret) : m_lookup.resolve(reference);
    }
    Async<Secret> signIn(const QString &name) override { return m_lookup.signIn(name); }
    Async<Done> keepSignIn(const QString &name, const Secret &token) override { return m_lookup.keepSignIn(name, token); }

private:
    QString m_name;
    Secret m_secret;
    SecretLookup m_lookup;
};

Result<Endpoint> completed(Endpoint endpoint)
{
    const auto connectors = registeredConnectors();
    const Connector *connector = connectorFor(connectors, endpoint.kind);
    const auto done = connector == nullptr ? Result<Done>(Done {}) : connector->complete(endpoint);
    return done.map([&](Done) { return endpoint; });
}

} // namespace

SourceTrial::SourceTrial(const Endpoint &endpoint, const Secret &typed, SecretDesk &desk, const Clock &clock)
    : m_io(std::make_shared<TypedSecret>(endpoint.http.secret.keychain, typed, desk), clock)
{
    const auto whole = completed(endpoint);
    if (!whole) {
        m_error = whole.error();
        return;
    }
    m_opened = m_io.open({*whole}, clock);
    if (!m_opened.failures.empty()) {
        m_error = m_opened.failures.front().second;
    }
}

SourceTrial::~SourceTrial()
{
    m_io.discard(std::move(m_opened.sources));
}

Async<BackendHealth> SourceTrial::probe(const CancelToken &cancel)
{
    return m_io.probe(*m_opened.sources.front(), cancel);
}

} // namespace quarterdeck
