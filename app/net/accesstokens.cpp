#include "app/net/accesstokens.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// A token is not used any more this long before it expires: it has to arrive, and clocks differ.
constexpr Millis Margin {10'000};

} // namespace

AccessTokens::AccessTokens(TokenEndpoint &endpoint, SignIns &signIns, const Clock &clock)
    : m_endpoint(endpoint)
    , m_signIns(signIns)
    , m_clock(clock)
{
}

AccessTokens::~AccessTokens() = default;

AccessTokens::Entry &AccessTokens::entryOf(const OAuth2Config &config)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.config == config; });
    return it != m_entries.end() ? *it : m_entries.emplace_back(Entry {config, {}, {}, {}});
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
        then(ask(config, clientSecret), this, [this, oauth2 = *config.oauth2](const Result<GrantedToken> &answer) { granted(oauth2, answer); });
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

Async<GrantedToken> AccessTokens::ask(const HttpConfig &config, const Secret &clientSecret)
{
    if (config.oauth2->isByPerson()) {
        return m_signIns.renew(config, clientSecret);
    }
    TokenQuestion question {{{"grant_type", "client_credentials"}}, {}};
    if (!config.oauth2->scopes.isEmpty()) {
        question.fields.emplace_back("scope", config.oauth2->scopes.join(u' ').toUtf8());
    }
    return m_endpoint.ask(config, clientSecret, std::move(question));
}

void AccessTokens::granted(const OAuth2Config &config, Result<GrantedToken> granted)
{
    Entry &entry = entryOf(config);
    const auto waiting = std::exchange(entry.waiting, {});
    if (granted && granted->refusal) {
        granted = tl::unexpected(*granted->refusal);
    }
    if (granted) {
        entry.token = granted->token;
        entry.expires = granted->lifetime > Millis(0) ? std::optional(m_clock.now() + std::max(Millis(0), granted->lifetime - Margin)) : std::nullopt;
    }
    for (const Reply<Secret> &reply : waiting) {
        reply.finish(granted ? Result<Secret>(granted->token) : Result<Secret>(tl::unexpected(granted.error())));
    }
}

} // namespace quarterdeck
