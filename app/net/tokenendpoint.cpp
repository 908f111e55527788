#include "app/net/tokenendpoint.h"

#include "app/net/origin.h"

namespace quarterdeck {

namespace {

constexpr Millis TokenTimeout {10'000};
constexpr qint64 LargestAnswer = 256LL * 1024;

QByteArray encoded(const QByteArray &text)
{
    return text.toPercentEncoding();
}

QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return encoded(name) + '=' + encoded(value);
}

QByteArray formOf(const TokenQuestion &question, const OAuth2Config &oauth2)
{
    QByteArrayList parts;
    for (const auto &[name, value] : question.fields) {
        parts.append(field(name, value));
    }
    for (auto it = oauth2.endpointParams.begin(); it != oauth2.endpointParams.end(); ++it) {
        parts.append(field(it.key().toUtf8(), it.value().toUtf8()));
    }
    for (const auto &[name, secret] : question.secrets) {
        parts.append(field(name, secret.reveal()));
    }
    return parts.join('&');
}

QString keyOf(const OAuth2Config &oauth2)
{
    return oauth2.tokenUrl.toString(QUrl::FullyEncoded) + u'\n' + oauth2.clientId;
}

// One that calls the grant bad has taken the client for what it is.
bool isRefusalOfClient(const Result<HttpResponse> &response)
{
    return response && response->status >= 400 && response->status < 500 && response->status != 429 && !isInvalidGrant(response);
}

} // namespace

TokenEndpoint::TokenEndpoint(SendKnown send)
    : m_send(std::move(send))
{
}

Async<GrantedToken> TokenEndpoint::ask(const HttpConfig &config, const Secret &clientSecret, TokenQuestion question)
{
    const auto asking = std::make_shared<Asking>(Asking {config, clientSecret, std::move(question), {}});
    const Style known = m_styles.value(keyOf(*config.oauth2), Style::Unknown);
    const auto future = asking->reply.future();
    if (clientSecret.isEmpty()) {
        send(asking, Style::Body);
    } else {
        send(asking, known == Style::Unknown ? Style::Basic : known);
    }
    return future;
}

void TokenEndpoint::send(const std::shared_ptr<Asking> &asking, Style style)
{
    const OAuth2Config &oauth2 = *asking->config.oauth2;
    HttpConfig own;
    own.tls = oauth2.tls;
    own.proxy = oauth2.proxy;
    own.allowPlaintext = asking->config.allowPlaintext;
    // For the rule about plain http, which has to hold in the body as well.
    own.auth = HttpConfig::Auth::Basic;
    RequestSecrets secrets;
    secrets.areAnswered = oauth2.isByPerson();
    secrets.ofBody.push_back(asking->clientSecret);
    for (const auto &[name, secret] : asking->question.secrets) {
        secrets.ofBody.push_back(secret);
    }
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = oauth2.tokenUrl;
    request.contentType = "application/x-www-form-urlencoded";
    request.headers.emplace_back("Accept", "application/json");
    request.timeout = TokenTimeout;
    request.maxBody = LargestAnswer;
    request.body = formOf(asking->question, oauth2);
    if (style == Style::Basic) {
        // RFC 6749, 2.3.1: both halves are form-encoded first.
        own.username = QString::fromLatin1(encoded(oauth2.clientId.toUtf8()));
        secrets.signIn = Secret(encoded(asking->clientSecret.reveal()));
    } else if (const auto allowed = checkSecrecy(own, request.url, true); !allowed) {
        answered(asking, style, {}, tl::unexpected(allowed.error()));
        return;
    } else {
        own.auth = HttpConfig::Auth::None;
        request.body += '&' + field("client_id", oauth2.clientId.toUtf8());
        if (!asking->clientSecret.isEmpty()) {
            request.body += '&' + field("client_secret", asking->clientSecret.reveal());
        }
    }
    const SecretMask mask = secrets.mask(own);
    then(m_send(own, std::move(request), std::move(secrets)), this,
        [this, asking, style, mask](const Result<HttpResponse> &response) { answered(asking, style, mask, response); });
}

void TokenEndpoint::answered(const std::shared_ptr<Asking> &asking, Style style, const SecretMask &mask, const Result<HttpResponse> &response)
{
    const OAuth2Config &oauth2 = *asking->config.oauth2;
    if (isRefusalOfClient(response) && style == Style::Basic && !m_styles.contains(keyOf(oauth2))) {
        send(asking, Style::Body);
        return;
    }
    Result<GrantedToken> granted = readTokenReply(response, oauth2, mask);
    if (granted && !granted->refusal && !asking->clientSecret.isEmpty()) {
        m_styles.insert(keyOf(oauth2), style);
    }
    asking->reply.finish(std::move(granted));
}

} // namespace quarterdeck
