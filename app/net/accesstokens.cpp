#include "app/net/accesstokens.h"

#include "app/net/origin.h"
#include "app/net/tokenreply.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// A token is not used any more this long before it expires: it has to arrive, and clocks differ.
constexpr Millis Margin {10'000};
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

QByteArray formOf(const OAuth2Config &oauth2)
{
    QByteArray form = field("grant_type", "client_credentials");
    if (!oauth2.scopes.isEmpty()) {
        form += '&' + field("scope", oauth2.scopes.join(u' ').toUtf8());
    }
    for (auto it = oauth2.endpointParams.begin(); it != oauth2.endpointParams.end(); ++it) {
        form += '&' + field(it.key().toUtf8(), it.value().toUtf8());
    }
    return form;
}

bool isRefusal(const Result<HttpResponse> &response)
{
    return response && response->status >= 400 && response->status < 500 && response->status != 429;
}

} // namespace

AccessTokens::AccessTokens(Send send, const Clock &clock)
    : m_send(std::move(send))
    , m_clock(clock)
{
}

AccessTokens::~AccessTokens() = default;

AccessTokens::Entry &AccessTokens::entryOf(const OAuth2Config &config)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.config == config; });
    return it != m_entries.end() ? *it : m_entries.emplace_back(Entry {config, {}, {}, Style::Unknown, {}});
}

Async<Secret> AccessTokens::token(const HttpConfig &config, const Secret &clientSecret)
{
    Entry &entry = entryOf(*config.oauth2);
    if (!entry.token.isEmpty() && (!entry.expires || m_clock.now() < *entry.expires)) {
        return ready<Secret>(entry.token);
    }
    const Reply<Secret> reply;
    entry.waiting.push_back(reply);
    if (entry.waiting.size() == 1) {
        ask(config, clientSecret, entry.style == Style::Unknown ? Style::Basic : entry.style);
    }
    return reply.future();
}

void AccessTokens::forget(const HttpConfig &config, const Secret &token)
{
    Entry &entry = entryOf(*config.oauth2);
    if (entry.token.reveal() == token.reveal()) {
        entry.token = Secret();
    }
}

void AccessTokens::ask(const HttpConfig &config, const Secret &clientSecret, Style style)
{
    const OAuth2Config &oauth2 = *config.oauth2;
    HttpConfig own;
    own.tls = oauth2.tls;
    own.proxy = oauth2.proxy;
    own.allowPlaintext = config.allowPlaintext;
    // For the rule about plain http, which has to hold in the body as well.
    own.auth = HttpConfig::Auth::Basic;
    RequestSecrets secrets;
    secrets.ofBody = clientSecret;
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = oauth2.tokenUrl;
    request.contentType = "application/x-www-form-urlencoded";
    request.headers.emplace_back("Accept", "application/json");
    request.timeout = TokenTimeout;
    request.maxBody = LargestAnswer;
    request.body = formOf(oauth2);
    if (style == Style::Basic) {
        // RFC 6749, 2.3.1: both halves are form-encoded first.
        own.username = QString::fromLatin1(encoded(oauth2.clientId.toUtf8()));
        secrets.signIn = Secret(encoded(clientSecret.reveal()));
    } else if (const auto allowed = checkSecrecy(own, request.url, true); !allowed) {
        answered(config, clientSecret, style, tl::unexpected(allowed.error()));
        return;
    } else {
        own.auth = HttpConfig::Auth::None;
        request.body += '&' + field("client_id", oauth2.clientId.toUtf8()) + '&' + field("client_secret", clientSecret.reveal());
    }
    then(m_send(own, std::move(request), std::move(secrets)), this,
        [this, config, clientSecret, style](const Result<HttpResponse> &response) { answered(config, clientSecret, style, response); });
}

void AccessTokens::answered(const HttpConfig &config, const Secret &clientSecret, Style style, const Result<HttpResponse> &response)
{
    Entry &entry = entryOf(*config.oauth2);
    if (isRefusal(response) && style == Style::Basic && entry.style == Style::Unknown) {
        ask(config, clientSecret, Style::Body);
        return;
    }
    const auto granted = readTokenReply(response, config.oauth2->tokenUrl, config.oauth2->clientId, clientSecret);
    const auto waiting = std::exchange(entry.waiting, {});
    if (granted) {
        entry.style = style;
        entry.token = granted->token;
        entry.expires = granted->lifetime > Millis(0) ? std::optional(m_clock.now() + std::max(Millis(0), granted->lifetime - Margin)) : std::nullopt;
    }
    for (const Reply<Secret> &reply : waiting) {
        reply.finish(granted ? Result<Secret>(granted->token) : Result<Secret>(tl::unexpected(granted.error())));
    }
}

} // namespace quarterdeck
