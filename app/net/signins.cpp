#include "app/net/signins.h"

#include "app/core/text.h"
#include "app/net/origin.h"
#include "app/net/secretresolver.h"

#include <QCryptographicHash>

#include <algorithm>

namespace quarterdeck {

namespace {

tl::unexpected<Error> needsSignIn(const OAuth2Config &oauth2, const QString &sentence)
{
    return tl::unexpected(Error {ErrorKind::Unauthorized, sentence, oauth2.tokenUrl.path(), 0, std::nullopt});
}

QStringList missingOf(const QStringList &asked, const std::optional<QStringList> &given)
{
    QStringList missing;
    if (given) {
        std::ranges::copy_if(asked, std::back_inserter(missing), [&](const QString &scope) { return !given->contains(scope); });
    }
    // Whoever has the refresh token has been granted that.
    missing.removeAll(QStringLiteral("offline_access"));
    return missing;
}

} // namespace

QString signInKey(const OAuth2Config &oauth2)
{
    const QByteArray server = oauth2.tokenUrl.toEncoded(QUrl::FullyEncoded) + '\n' + oauth2.clientId.toUtf8();
    const QByteArray digest = QCryptographicHash::hash(server, QCryptographicHash::Blake2b_256).toHex().left(16);
    return QStringLiteral("signin:%1:%2").arg(oauth2.signInName, QString::fromLatin1(digest));
}

SignIns::SignIns(TokenEndpoint &endpoint, std::shared_ptr<SecretResolver> secrets)
    : m_endpoint(endpoint)
    , m_secrets(std::move(secrets))
{
}

Async<GrantedToken> SignIns::renew(const HttpConfig &config, const Secret &clientSecret)
{
    const auto renewing = std::make_shared<Renewal>();
    renewing->config = config;
    renewing->clientSecret = clientSecret;
    renewing->key = signInKey(*config.oauth2);
    look(renewing);
    return renewing->reply.future();
}

void SignIns::look(const Renewing &renewing)
{
    then(m_secrets->signIn(renewing->key), this, [this, renewing](const Result<Secret> &token) {
        const OAuth2Config &oauth2 = *renewing->config.oauth2;
        const State state = m_states.value(renewing->key);
        if (!token) {
            renewing->reply.finish(tl::unexpected(token.error()));
        } else if (token->isEmpty()) {
            const QString name = text::plain(oauth2.signInName, 200);
            renewing->reply.finish(
                needsSignIn(oauth2, QStringLiteral("Nobody is signed in to %1 here. Sign in: %2").arg(name, signInCommand(oauth2.signInName))));
        } else if (state.refusal && state.refused.reveal() == token->reveal()) {
            renewing->reply.finish(tl::unexpected(*state.refusal));
        } else if (!state.unkept.isEmpty() && state.replaced.reveal() == token->reveal()) {
            keep(renewing, [this, renewing, unkept = state.unkept] { send(renewing, unkept); });
        } else {
            m_states[renewing->key].unkept = Secret();
            send(renewing, *token);
        }
    });
}

void SignIns::send(const Renewing &renewing, const Secret &token)
{
    renewing->used = token;
    const TokenQuestion question {{{"grant_type", "refresh_token"}}, {{"refresh_token", token}}};
    then(m_endpoint.ask(renewing->config, renewing->clientSecret, question), this,
        [this, renewing](const Result<GrantedToken> &granted) { answered(renewing, granted); });
}

void SignIns::answered(const Renewing &renewing, const Result<GrantedToken> &granted)
{
    if (granted && granted->refusal) {
        refused(renewing, *granted->refusal);
    } else if (!granted || granted->refreshToken.isEmpty() || granted->refreshToken.reveal() == renewing->used.reveal()) {
        renewing->reply.finish(granted);
    } else {
        State &state = m_states[renewing->key];
        state.unkept = granted->refreshToken;
        state.replaced = renewing->used;
        keep(renewing, [renewing, granted = *granted] { renewing->reply.finish(granted); });
    }
}

// Another process may have been faster, and has left a newer one.
void SignIns::refused(const Renewing &renewing, const Error &error)
{
    m_states[renewing->key].refused = renewing->used;
    m_states[renewing->key].refusal = error;
    if (renewing->isSecond) {
        renewing->reply.finish(tl::unexpected(error));
        return;
    }
    renewing->isSecond = true;
    look(renewing);
}

void SignIns::keep(const Renewing &renewing, std::function<void()> kept)
{
    const Secret unkept = m_states.value(renewing->key).unkept;
    then(m_secrets->keepSignIn(renewing->key, unkept), this, [this, renewing, kept = std::move(kept)](const Result<Done> &done) {
        if (!done) {
            renewing->reply.finish(tl::unexpected(done.error()));
            return;
        }
        m_states[renewing->key].unkept = Secret();
        kept();
    });
}

Async<SignedIn> SignIns::exchange(const HttpConfig &config, const Secret &clientSecret, const AuthorizationCode &code)
{
    const Reply<SignedIn> reply;
    const TokenQuestion question {
        {{"grant_type", "authorization_code"}, {"redirect_uri", code.redirectUri.toUtf8()}}, {{"code", code.code}, {"code_verifier", code.verifier}}};
    then(m_endpoint.ask(config, clientSecret, question), this, [this, reply, oauth2 = *config.oauth2](const Result<GrantedToken> &granted) {
        if (!granted || granted->refusal) {
            reply.finish(tl::unexpected(granted ? *granted->refusal : granted.error()));
            return;
        }
        if (granted->refreshToken.isEmpty()) {
            reply.finish(needsSignIn(oauth2,
                QStringLiteral("%1 gave no refresh token, so that the sign-in would end with this program. Often a scope asks for one, such as "
                               "offline_access.")
                    .arg(hostText(oauth2.tokenUrl))));
            return;
        }
        const SignedIn signedIn {missingOf(oauth2.scopes, granted->scopes)};
        then(m_secrets->keepSignIn(signInKey(oauth2), granted->refreshToken), this,
            [reply, signedIn](const Result<Done> &kept) { reply.finish(kept ? Result<SignedIn>(signedIn) : tl::unexpected(kept.error())); });
    });
    return reply.future();
}

} // namespace quarterdeck
