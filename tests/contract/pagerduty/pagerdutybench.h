#pragma once

#include "app/sources/pagerduty/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/outcometext.h"
#include "tests/support/pagerdutyserver.h"

namespace quarterdeck {

/// An account of PagerDuty and our client before it. Thread: the test's.
class PagerdutyBench {
public:
    PagerdutyBench()
        : m_secrets(std::make_shared<FixedSecrets>())
        , m_http(m_secrets, m_clock)
    {
        for (const char *key : {"user-key", "account-key", "read-key", "oauth", "wrong"}) {
            m_secrets->secrets.insert(QString::fromLatin1(key), key);
        }
    }

    PagerdutyServer server;
    QMap<QString, QString> options;
    const Clock *clock = nullptr; ///< Of the source, instead of the machine's.

    /// An endpoint that signs in with this key, in the form of `type`.
    Endpoint endpoint(const QString &key = QStringLiteral("user-key"), const QString &type = QStringLiteral("Token")) const
    {
        Endpoint endpoint = ContractBench::endpoint({server.url()});
        endpoint.kind = QStringLiteral("pagerduty");
        endpoint.options = options;
        endpoint.http.auth = HttpConfig::Auth::Authorization;
        endpoint.http.authType = type;
        endpoint.http.secret.keychain = key;
        return endpoint;
    }
    std::unique_ptr<Source> open(const Endpoint &endpoint)
    {
        auto source = makePagerdutyConnector()->open(endpoint, SourceDeps {m_http, clock != nullptr ? *clock : m_clock});
        if (!source) {
            qFatal("The source does not open: %s", qPrintable(source.error().what));
        }
        return std::move(*source);
    }
    std::unique_ptr<Source> open(const QString &key = QStringLiteral("user-key")) { return open(endpoint(key)); }

    QString openIncident(const QString &title, const QJsonObject &more = {})
    {
        return server.with([&](PagerdutyAccount &account) { return account.open(title, QStringLiteral("Mail"), more); });
    }
    void change(const QString &id, const char *status, const char *by = "PBEN002")
    {
        server.with([&](PagerdutyAccount &account) {
            account.update(id, {{QStringLiteral("status"), QLatin1StringView(status)}}, QLatin1StringView(by));
        });
    }
    QString statusOf(const QString &id)
    {
        return server.with([&](PagerdutyAccount &account) { return account.incident(id).value(QLatin1StringView("status")).toString(); });
    }
    QStringList notesOf(const QString &id)
    {
        return server.with([&](PagerdutyAccount &account) {
            QStringList texts;
            for (const QJsonValue &note : account.notes(id)) {
                texts.append(note[QLatin1StringView("content")].toString());
            }
            return texts;
        });
    }

private:
    std::shared_ptr<FixedSecrets> m_secrets;
    SystemClock m_clock;
    HttpClient m_http;
};

/// The alert of this id; one without a key where it is not there.
inline Alert alertIn(const AlertPage &snapshot, const QString &id)
{
    const auto found = std::ranges::find(snapshot.alerts, id, [](const Alert &alert) { return alert.key.id; });
    return found == snapshot.alerts.end() ? Alert {} : *found;
}

} // namespace quarterdeck
