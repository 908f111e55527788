#pragma once

#include "app/core/clock.h"
#include "app/net/signins.h"
#include "app/net/tokenendpoint.h"

#include <QObject>

#include <vector>

namespace quarterdeck {

/// The access tokens of OAuth 2.0, of clients and of persons: each is asked for once, whoever waits for it, and kept in memory until shortly
/// before it expires. Thread: io.
class AccessTokens : public QObject {
public:
    /// All outlive it.
    AccessTokens(TokenEndpoint &endpoint, SignIns &signIns, const Clock &clock);
    ~AccessTokens() override;

    /// A token for a configuration of Auth::OAuth2. `clientSecret` is what its reference leads to.
    /// Errors: Unauthorized where the client or the person is refused; those of TokenEndpoint and SignIns.
    Async<Secret> token(const HttpConfig &config, const Secret &clientSecret);
    /// Forgets a token that a backend refused, so that the next request asks for another one.
    void forget(const HttpConfig &config, const Secret &token);

private:
    struct Entry {
        OAuth2Config config;
        Secret token;
        std::optional<UtcTime> expires;
        std::vector<Reply<Secret>> waiting;
    };
    Entry &entryOf(const OAuth2Config &config);
    Async<GrantedToken> ask(const HttpConfig &config, const Secret &clientSecret);
    void granted(const OAuth2Config &config, Result<GrantedToken> granted);

    TokenEndpoint &m_endpoint;
    SignIns &m_signIns;
    const Clock &m_clock;
    std::vector<Entry> m_entries;
};

} // namespace quarterdeck
