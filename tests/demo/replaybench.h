#pragma once

#include "app/demo/pagerreplay.h"
#include "app/sources/pagerduty/connector.h"
#include "tests/contract/bench.h"

namespace quarterdeck::demo {

/// An account behind the replay, and our own client before it. All on one thread.
class ReplayBench {
public:
    ReplayBench()
        : replay(account, "the-key", clock)
        , m_secrets(std::make_shared<FixedSecrets>())
        , m_http(m_secrets, clock)
    {
        m_secrets->secrets.insert(QStringLiteral("key"), "the-key");
        m_secrets->secrets.insert(QStringLiteral("other"), "another-key");
        if (!replay.listen()) {
            qFatal("There is no free port");
        }
    }

    UtcTime now() const { return clock.now(); }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(replay.port())); }
    std::unique_ptr<Source> open(const QUrl &url, const QString &key = QStringLiteral("key"))
    {
        Endpoint endpoint = ContractBench::endpoint({url});
        endpoint.kind = QStringLiteral("pagerduty");
        endpoint.http.auth = HttpConfig::Auth::Authorization;
        endpoint.http.authType = QStringLiteral("Token");
        endpoint.http.secret.keychain = key;
        auto source = makePagerdutyConnector()->open(endpoint, SourceDeps {m_http, clock});
        if (!source) {
            qFatal("The source does not open: %s", qPrintable(source.error().what));
        }
        return std::move(*source);
    }
    QString openIncident(const QString &title)
    {
        return account.open({title, QStringLiteral("checkout"), QStringLiteral("payments"), QStringLiteral("critical"), QStringLiteral("high"),
            QStringLiteral("key-of-") + title, QStringLiteral("as told"), {}, QStringLiteral("PMAREK2"), now()});
    }

    SystemClock clock;
    PagerAccount account;
    PagerReplay replay;

private:
    std::shared_ptr<FixedSecrets> m_secrets;
    HttpClient m_http;
};

} // namespace quarterdeck::demo
