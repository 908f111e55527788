#include "app/bootstrap/signin.h"

#include "app/net/origin.h"
#include "app/net/pkce.h"

namespace quarterdeck {

namespace {

QString field(const QByteArray &name, const QByteArray &value)
{
    return QString::fromLatin1(name + '=' + value.toPercentEncoding());
}

} // namespace

SignIn::SignIn(HttpConfig config, Millis limit)
    : m_config(std::move(config))
    , m_state(unguessable())
    , m_verifier(unguessable())
    , m_listener(m_state)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this,
        [this, limit] { m_reply.finish(fail(ErrorKind::Timeout, QStringLiteral("Nobody has signed in within %1 s").arg(limit.count() / 1000))); });
    then(m_listener.code(), this, [this](const Result<Secret> &code) {
        m_limit.stop();
        m_reply.finish(code.map([this](const Secret &found) { return AuthorizationCode {found, m_verifier, m_redirectUri}; }));
    });
}

SignIn::~SignIn() = default;

Result<QUrl> SignIn::begin()
{
    // Whoever reads along, or changes that page, signs in in our place.
    return checkUrl(m_config.oauth2->authorizeUrl)
        .and_then([this](Done) {
            HttpConfig page;
            page.auth = HttpConfig::Auth::Basic;
            page.allowPlaintext = m_config.allowPlaintext;
            return checkSecrecy(page, m_config.oauth2->authorizeUrl, true);
        })
        .and_then([this](Done) { return m_listener.listen(m_config.oauth2->redirectPort); })
        .map([this](Done) {
            m_redirectUri = m_listener.address();
            m_limit.start();
            return address();
        });
}

QUrl SignIn::address() const
{
    const OAuth2Config &oauth2 = *m_config.oauth2;
    QStringList fields;
    // Servers have parameters of their own, such as access_type=offline: what the configured address says goes first.
    if (oauth2.authorizeUrl.hasQuery()) {
        fields.append(oauth2.authorizeUrl.query(QUrl::FullyEncoded));
    }
    fields << field("response_type", "code") << field("client_id", oauth2.clientId.toUtf8()) << field("redirect_uri", m_redirectUri.toUtf8())
           << field("state", m_state) << field("code_challenge", challengeOf(m_verifier.reveal())) << field("code_challenge_method", "S256");
    if (!oauth2.scopes.isEmpty()) {
        fields << field("scope", oauth2.scopes.join(u' ').toUtf8());
    }
    QUrl url = oauth2.authorizeUrl;
    url.setFragment({});
    url.setQuery(fields.join(u'&'), QUrl::StrictMode);
    return url;
}

} // namespace quarterdeck
