#pragma once

#include "app/bootstrap/redirectlistener.h"
#include "app/net/signins.h"

#include <QTimer>

namespace quarterdeck {

/// One sign-in of a person in the browser, up to the code that it brings: the authorization code grant with the proof key of RFC 7636, on
/// loopback as RFC 8252 has it. Thread: main.
class SignIn : public QObject {
public:
    /// `config` signs persons in. It is waited for as long as `limit`.
    SignIn(HttpConfig config, Millis limit);
    ~SignIn() override;

    /// Listens, and says which address the browser is to open. Errors: Rejected: the port is taken, the address is not fit for a sign-in.
    Result<QUrl> begin();
    /// What the browser brings. Errors: those of RedirectListener::code(); Timeout.
    Async<AuthorizationCode> code() const { return m_reply.future(); }

private:
    QUrl address() const;

    HttpConfig m_config;
    QByteArray m_state;
    Secret m_verifier;
    QString m_redirectUri;
    RedirectListener m_listener;
    QTimer m_limit;
    Reply<AuthorizationCode> m_reply;
};

} // namespace quarterdeck
