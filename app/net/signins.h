#pragma once

#include "app/net/tokenendpoint.h"

#include <memory>

namespace quarterdeck {

class SecretResolver;

/// What a browser brought back from a sign-in, and what proves that it was ours.
struct AuthorizationCode {
    Secret code;
    Secret verifier;
    QString redirectUri;
};

/// How a sign-in went.
struct SignedIn {
    QStringList missingScopes; ///< Asked for and not granted.
};

/// The name under which a sign-in is kept. It is bound to its token endpoint and client, so that what one server gave is never sent to
/// another one that has taken its place in the configuration.
QString signInKey(const OAuth2Config &oauth2);

/// What renews the access tokens of persons: refresh tokens, each kept by the SecretResolver alone and read anew each time, for another
/// process may have replaced it. One that a server gives for another is kept before anything it came with is used. Thread: io.
class SignIns : public QObject {
public:
    /// `endpoint` outlives it.
    SignIns(TokenEndpoint &endpoint, std::shared_ptr<SecretResolver> secrets);

    /// Another access token for a person who has signed in. A refresh token that was refused is not sent again.
    /// Errors: Unauthorized, in words, where nobody has signed in, the sign-in is over, or the keyring does not do its part; those of
    /// TokenEndpoint.
    Async<GrantedToken> renew(const HttpConfig &config, const Secret &clientSecret);
    /// Exchanges a code for tokens and keeps the refresh token. Errors: as renew(); Unauthorized where none is given.
    Async<SignedIn> exchange(const HttpConfig &config, const Secret &clientSecret, const AuthorizationCode &code);

private:
    struct State {
        Secret unkept;   ///< Given and not kept yet: `replaced` counts no more.
        Secret replaced; ///< What the keyring still holds then.
        Secret refused;
        std::optional<Error> refusal;
    };
    struct Renewal {
        HttpConfig config;
        Secret clientSecret;
        QString key;
        Secret used;
        bool isSecond = false;
        Reply<GrantedToken> reply;
    };
    using Renewing = std::shared_ptr<Renewal>;
    void look(const Renewing &renewing);
    void send(const Renewing &renewing, const Secret &token);
    void answered(const Renewing &renewing, const Result<GrantedToken> &granted);
    void refused(const Renewing &renewing, const Error &error);
    void keep(const Renewing &renewing, std::function<void()> kept);

    TokenEndpoint &m_endpoint;
    std::shared_ptr<SecretResolver> m_secrets;
    QHash<QString, State> m_states;
};

} // namespace quarterdeck
