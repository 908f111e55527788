#include "app/net/requestsecrets.h"

#include "app/net/origin.h"
#include "app/net/secretresolver.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// Looks the references up in turn.
struct Search {
    std::shared_ptr<SecretResolver> resolver;
    QObject *guard = nullptr;
    std::vector<std::pair<SecretRef, bool>> wanted; ///< True for the one of the sign-in.
    std::size_t next = 0;
    RequestSecrets found;
    Reply<RequestSecrets> reply;
};

void lookUpNext(const std::shared_ptr<Search> &search)
{
    if (search->next == search->wanted.size()) {
        search->reply.finish(std::move(search->found));
        return;
    }
    const auto &[reference, isSignIn] = search->wanted[search->next];
    then(search->resolver->resolve(reference), search->guard, [search, ref = reference, isOfSignIn = isSignIn](const Result<Secret> &secret) {
        if (!secret) {
            search->reply.finish(tl::unexpected(secret.error()));
            return;
        }
        if (isOfSignIn) {
            search->found.signIn = *secret;
        } else {
            search->found.ofHeaders.emplace_back(ref, *secret);
        }
        ++search->next;
        lookUpNext(search);
    });
}

const SecretRef &signInOf(const HttpConfig &config)
{
    return config.oauth2 ? config.oauth2->clientSecret : config.secret;
}

void addHeaders(const std::vector<ConfiguredHeader> &headers, std::vector<std::pair<SecretRef, bool>> &wanted)
{
    for (const ConfiguredHeader &header : headers) {
        if (!header.secret.isEmpty()) {
            wanted.emplace_back(header.secret, false);
        }
    }
}

} // namespace

QByteArray RequestSecrets::valueOf(const ConfiguredHeader &header) const
{
    if (header.secret.isEmpty()) {
        return header.text.toUtf8();
    }
    const auto it = std::find_if(ofHeaders.begin(), ofHeaders.end(), [&](const auto &entry) { return entry.first == header.secret; });
    return it == ofHeaders.end() ? QByteArray() : it->second.reveal();
}

SecretMask RequestSecrets::mask(const HttpConfig &config) const
{
    SecretMask mask;
    mask.addPair(config.username.toUtf8(), signIn.reveal());
    for (const Secret &secret : ofBody) {
        mask.add(secret.reveal());
    }
    for (const auto &[reference, secret] : ofHeaders) {
        mask.add(secret.reveal());
    }
    for (const ConfiguredHeader &header : config.headers) {
        if (header.secret.isEmpty() && isSecretHeader(header.name.toUtf8())) {
            mask.add(header.text.toUtf8());
        }
    }
    return mask;
}

bool hasSecrets(const HttpConfig &config)
{
    const auto isSecret = [](const ConfiguredHeader &header) { return !header.secret.isEmpty(); };
    return config.oauth2 || (config.auth != HttpConfig::Auth::None && !signInOf(config).isEmpty())
        || std::any_of(config.headers.begin(), config.headers.end(), isSecret)
        || std::any_of(config.proxy.connectHeaders.begin(), config.proxy.connectHeaders.end(), isSecret);
}

Async<RequestSecrets> findSecrets(const std::shared_ptr<SecretResolver> &resolver, const HttpConfig &config, QObject *guard)
{
    auto search = std::make_shared<Search>();
    search->resolver = resolver;
    search->guard = guard;
    if (config.auth != HttpConfig::Auth::None && !signInOf(config).isEmpty()) {
        search->wanted.emplace_back(signInOf(config), true);
    }
    addHeaders(config.headers, search->wanted);
    addHeaders(config.proxy.connectHeaders, search->wanted);
    const auto future = search->reply.future();
    lookUpNext(search);
    return future;
}

} // namespace quarterdeck
