#pragma once

#include "app/core/clock.h"
#include "app/core/httpconfig.h"
#include "app/net/httpclient.h"
#include "app/net/requestsecrets.h"

#include <QObject>

#include <functional>
#include <vector>

namespace quarterdeck {

/// The access tokens of OAuth 2.0 client credentials grants: each is asked for once, whoever waits for it, and kept until shortly before it
/// expires. The client signs in by HTTP Basic; a server that refuses that is asked once more with the secret in the body, as in Prometheus.
/// Thread: io.
class AccessTokens : public QObject {
public:
    /// Sends a request with secrets that are already known.
    using Send = std::function<Async<HttpResponse>(const HttpConfig &, HttpRequest, RequestSecrets)>;

    /// `clock` outlives it.
    AccessTokens(Send send, const Clock &clock);
    ~AccessTokens() override;

    /// A token for a configuration of Auth::OAuth2. `clientSecret` is what its reference leads to.
    /// Errors: Unauthorized where the client is refused; Rejected where the secret may not go to the token URL; those of the transport.
    Async<Secret> token(const HttpConfig &config, const Secret &clientSecret);
    /// Forgets a token that a backend refused, so that the next request asks for another one.
    void forget(const HttpConfig &config, const Secret &token);

private:
    enum class Style : quint8 { Unknown, Basic, Body };
    struct Entry {
        OAuth2Config config;
        Secret token;
        std::optional<UtcTime> expires;
        Style style = Style::Unknown;
        std::vector<Reply<Secret>> waiting;
    };
    Entry &entryOf(const OAuth2Config &config);
    void ask(const HttpConfig &config, const Secret &clientSecret, Style style);
    void answered(const HttpConfig &config, const Secret &clientSecret, Style style, const Result<HttpResponse> &response);

    Send m_send;
    const Clock &m_clock;
    std::vector<Entry> m_entries;
};

} // namespace quarterdeck
