#pragma once

#include "app/net/requestsecrets.h"
#include "app/net/tokenreply.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace quarterdeck {

/// Sends a request with secrets that are already known.
using SendKnown = std::function<Async<HttpResponse>(const HttpConfig &, HttpRequest, RequestSecrets)>;

/// What a token endpoint is asked for: the fields of its form, beside those that say which client asks.
struct TokenQuestion {
    std::vector<std::pair<QByteArray, QByteArray>> fields;
    std::vector<std::pair<QByteArray, Secret>> secrets;
};

/// Asks token endpoints. A client with a secret signs in by HTTP Basic; a server that refuses that is asked once more with the secret in the
/// body, as in Prometheus, and what worked is remembered. One without a secret only names itself. Thread: io.
class TokenEndpoint : public QObject {
public:
    explicit TokenEndpoint(SendKnown send);

    /// `config` is one of Auth::OAuth2; `clientSecret` what its reference leads to, or empty. Scopes are those of the question.
    /// Errors: those of readTokenReply(); Unauthorized where the secrets may not go to the token URL.
    Async<GrantedToken> ask(const HttpConfig &config, const Secret &clientSecret, TokenQuestion question);

private:
    enum class Style : quint8 { Unknown, Basic, Body };
    struct Asking {
        HttpConfig config;
        Secret clientSecret;
        TokenQuestion question;
        Reply<GrantedToken> reply;
    };
    void send(const std::shared_ptr<Asking> &asking, Style style);
    void answered(const std::shared_ptr<Asking> &asking, Style style, const SecretMask &mask, const Result<HttpResponse> &response);

    SendKnown m_send;
    QHash<QString, Style> m_styles;
};

} // namespace quarterdeck
