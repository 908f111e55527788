#include "app/settings/backendedit.h"

#include "app/settings/fields.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr const char *AuthKeys[] {"basic_auth", "authorization", "bearer_token_file", "oauth2"};

QString urlText(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

QStringList urlTexts(const std::vector<QUrl> &urls)
{
    QStringList out;
    std::transform(urls.begin(), urls.end(), std::back_inserter(out), urlText);
    return out;
}

YamlMember scalar(const QByteArray &key, const QString &value)
{
    return {key, value, {}, {}};
}

// "password_ref: keychain:NAME" and its kin.
YamlMember secretMember(const QByteArray &base, const SecretRef &secret)
{
    if (!secret.keychain.isEmpty()) {
        return scalar(base + "_ref", QStringLiteral("keychain:") + secret.keychain);
    }
    return secret.file.isEmpty() ? scalar(base + "_env", secret.env) : scalar(base + "_file", secret.file);
}

Result<std::vector<YamlMember>> authMembers(const HttpConfig &http)
{
    std::vector<YamlMember> out;
    switch (http.auth) {
    case HttpConfig::Auth::None:
        break;
    case HttpConfig::Auth::Basic:
        out.push_back({"basic_auth", {}, {}, {scalar("username", http.username), secretMember("password", http.secret)}});
        break;
    case HttpConfig::Auth::Authorization: {
        std::vector<YamlMember> inner;
        if (http.authType != HttpConfig().authType) {
            inner.push_back(scalar("type", http.authType));
        }
        inner.push_back(secretMember("credentials", http.secret));
        out.push_back({"authorization", {}, {}, std::move(inner)});
        break;
    }
    case HttpConfig::Auth::OAuth2:
        return refuse(0, QStringLiteral("OAuth 2.0 is written in the file itself"));
    }
    return out;
}

YamlMember urlMember(const std::vector<QUrl> &urls)
{
    return urls.size() == 1 ? scalar("url", urlText(urls.front())) : YamlMember {"urls", {}, urlTexts(urls), {}};
}

Result<Done> setScalar(PartEdit &edit, const YamlPart &map, const QByteArray &key, const QString &value)
{
    const YamlPart *there = map.find(key);
    return there == nullptr ? edit.add(map, scalar(key, value)) : edit.replace(*there, value);
}

Result<Done> setSecret(PartEdit &edit, const YamlPart &map, const QByteArray &base, const SecretRef &secret)
{
    const YamlMember wanted = secretMember(base, secret);
    for (const char *ending : {"_ref", "_file", "_env"}) {
        const qsizetype at = map.indexOf(base + ending);
        if (at >= 0) {
            const YamlPart &key = map.keys[std::size_t(at)];
            if (key.text != wanted.key) {
                edit.rename(key, wanted.key);
            }
            return edit.replace(map.items[std::size_t(at)], wanted.scalar);
        }
    }
    return edit.add(map, wanted);
}

Result<Done> setUrls(PartEdit &edit, const YamlPart &item, const std::vector<QUrl> &before, const std::vector<QUrl> &wanted)
{
    if (before == wanted) {
        return Done {};
    }
    const qsizetype one = item.indexOf("url");
    const qsizetype many = item.indexOf("urls");
    const qsizetype at = one < 0 ? many : one;
    if (at < 0) {
        return edit.add(item, urlMember(wanted));
    }
    const YamlPart &key = item.keys[std::size_t(at)];
    const YamlPart &value = item.items[std::size_t(at)];
    if (wanted.empty() || (one >= 0 && many >= 0)) {
        const auto removed = edit.remove(item, "url").and_then([&](Done) { return edit.remove(item, "urls"); });
        return wanted.empty() ? removed : removed.and_then([&](Done) { return edit.add(item, urlMember(wanted)); });
    }
    if (value.isList() && value.items.size() == wanted.size()) {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (i >= before.size() || before[i] != wanted[i]) {
                if (const auto done = edit.replace(value.items[i], urlText(wanted[i])); !done) {
                    return done;
                }
            }
        }
        return Done {};
    }
    if (value.form == YamlPart::Form::BlockList) {
        return edit.remove(item, key.text).and_then([&](Done) { return edit.add(item, urlMember(wanted)); });
    }
    const QByteArray name = wanted.size() == 1 ? "url" : "urls";
    if (key.text != name) {
        edit.rename(key, name);
    }
    return wanted.size() == 1 && !value.isList() ? edit.replace(value, urlText(wanted.front())) : edit.replace(value, urlTexts(wanted));
}

Result<Done> setOptions(PartEdit &edit, const YamlPart &item, const QMap<QString, QString> &before, const QMap<QString, QString> &wanted)
{
    for (auto at = before.cbegin(); at != before.cend(); ++at) {
        if (!wanted.contains(at.key())) {
            if (const auto done = edit.remove(item, at.key().toUtf8()); !done) {
                return done;
            }
        }
    }
    for (auto at = wanted.cbegin(); at != wanted.cend(); ++at) {
        if (!before.contains(at.key()) || before.value(at.key()) != at.value()) {
            const QByteArray key = at.key().toUtf8();
            const YamlPart *part = item.find(key);
            // A list is written on one line once it is changed in the window.
            const auto done = part != nullptr && part->isList()
                ? edit.remove(item, key).and_then([&](Done) { return edit.add(item, scalar(key, at.value())); })
                : setScalar(edit, item, key, at.value());
            if (!done) {
                return done;
            }
        }
    }
    return Done {};
}

Result<Done> setBasicAuth(PartEdit &edit, const YamlPart &map, const HttpConfig &before, const HttpConfig &wanted)
{
    if (before.username != wanted.username) {
        const qsizetype file = map.indexOf("username_file");
        if (file >= 0) {
            edit.rename(map.keys[std::size_t(file)], "username");
        }
        const auto done = file >= 0 ? edit.replace(map.items[std::size_t(file)], wanted.username) : setScalar(edit, map, "username", wanted.username);
        if (!done) {
            return done;
        }
    }
    return before.secret == wanted.secret ? Result<Done>(Done {}) : setSecret(edit, map, "password", wanted.secret);
}

Result<Done> setAuthorization(PartEdit &edit, const YamlPart &map, const HttpConfig &before, const HttpConfig &wanted)
{
    if (before.authType != wanted.authType) {
        if (const auto done = setScalar(edit, map, "type", wanted.authType); !done) {
            return done;
        }
    }
    return before.secret == wanted.secret ? Result<Done>(Done {}) : setSecret(edit, map, "credentials", wanted.secret);
}

Result<Done> setAuth(PartEdit &edit, const YamlPart &item, const HttpConfig &before, const HttpConfig &wanted)
{
    if (before.auth == wanted.auth && before.username == wanted.username && before.authType == wanted.authType && before.secret == wanted.secret) {
        return Done {};
    }
    const YamlPart *basic = item.find("basic_auth");
    const YamlPart *authorization = item.find("authorization");
    const YamlPart *tokenFile = item.find("bearer_token_file");
    if (before.auth == wanted.auth && basic != nullptr && basic->isMap()) {
        return setBasicAuth(edit, *basic, before, wanted);
    }
    if (before.auth == wanted.auth && authorization != nullptr && authorization->isMap()) {
        return setAuthorization(edit, *authorization, before, wanted);
    }
    if (before.auth == wanted.auth && tokenFile != nullptr && before.authType == wanted.authType && !wanted.secret.file.isEmpty()) {
        return edit.replace(*tokenFile, wanted.secret.file);
    }
    for (const char *key : AuthKeys) {
        if (const auto done = edit.remove(item, key); !done) {
            return done;
        }
    }
    const auto members = authMembers(wanted);
    if (!members) {
        return tl::unexpected(members.error());
    }
    for (const YamlMember &member : *members) {
        if (const auto done = edit.add(item, member); !done) {
            return done;
        }
    }
    return Done {};
}

Result<Done> setAuthority(PartEdit &edit, const YamlPart &item, const QString &before, const QString &wanted)
{
    if (before == wanted) {
        return Done {};
    }
    const YamlPart *tls = item.find("tls_config");
    if (tls == nullptr || !tls->isMap()) {
        return edit.add(item, {"tls_config", {}, {}, {scalar("ca_file", wanted)}});
    }
    if (!wanted.isEmpty()) {
        return setScalar(edit, *tls, "ca_file", wanted);
    }
    return tls->items.size() == 1 ? edit.remove(item, "tls_config") : edit.remove(*tls, "ca_file");
}

} // namespace

Result<YamlMember> backendMember(const Endpoint &endpoint)
{
    YamlMember out {{}, {}, {}, {scalar("name", endpoint.id), scalar("type", endpoint.kind)}};
    if (!endpoint.urls.empty()) {
        out.map.push_back(urlMember(endpoint.urls));
    }
    for (auto at = endpoint.options.cbegin(); at != endpoint.options.cend(); ++at) {
        out.map.push_back(scalar(at.key().toUtf8(), at.value()));
    }
    return authMembers(endpoint.http).map([&](const std::vector<YamlMember> &members) {
        out.map.insert(out.map.end(), members.begin(), members.end());
        if (!endpoint.http.tls.caFile.isEmpty()) {
            out.map.push_back({"tls_config", {}, {}, {scalar("ca_file", endpoint.http.tls.caFile)}});
        }
        return out;
    });
}

Result<Done> editBackend(PartEdit &edit, const YamlPart &item, const Endpoint &before, const Endpoint &wanted)
{
    if (before.id != wanted.id) {
        if (const auto done = setScalar(edit, item, "name", wanted.id); !done) {
            return done;
        }
    }
    if (before.kind != wanted.kind) {
        if (const auto done = setScalar(edit, item, "type", wanted.kind); !done) {
            return done;
        }
    }
    return setUrls(edit, item, before.urls, wanted.urls)
        .and_then([&](Done) { return setOptions(edit, item, before.options, wanted.options); })
        .and_then([&](Done) { return setAuth(edit, item, before.http, wanted.http); })
        .and_then([&](Done) { return setAuthority(edit, item, before.http.tls.caFile, wanted.http.tls.caFile); });
}

} // namespace quarterdeck
