#pragma once

#include "app/json/jsonreader.h"
#include "app/sources/icinga2/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/icinga2server.h"
#include "tests/support/outcometext.h"

#include <QTest>

#include <algorithm>

namespace quarterdeck {

/// The alert of that host or service, or none.
inline const Alert *of(const AlertPage &snapshot, const QString &id)
{
    const auto at = std::ranges::find(snapshot.alerts, id, [](const Alert &alert) { return alert.key.id; });
    return at == snapshot.alerts.end() ? nullptr : &*at;
}

/// What ana does to an alert she has seen.
inline AlertAction actionOn(const Alert &alert, Verb verb, Millis duration = Millis(3'600'000))
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = alert.key.source;
    action.alert = alert.key;
    action.alertTitle = alert.title;
    action.expectedStart = alert.startsAt;
    action.matchers = exactMatchers(alert.labels);
    action.duration = duration;
    action.author = QStringLiteral("ana");
    action.comment = QStringLiteral("looking");
    return action;
}

/// What ben does to what keeps an alert quiet.
inline AlertAction actionOn(const QString &silence, Verb verb, Millis duration = Millis(7'200'000))
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = QStringLiteral("src");
    action.silenceId = silence;
    action.duration = duration;
    action.author = QStringLiteral("ben");
    return action;
}

/// A real Icinga2 for all functions of a test, and our source over it. Each function has hosts of its own.
class Icinga2Bench : public QObject {
protected:
    /// Starts what was configured; skips nothing: see Icinga2Server::isInstalled().
    bool start()
    {
        m_secrets = std::make_shared<FixedSecrets>();
        m_secrets->secrets.insert(QStringLiteral("pw"), "secret");
        m_http = std::make_unique<HttpClient>(m_secrets, m_clock);
        const bool isUp = m_server.start();
        m_source = open(QStringLiteral("root"));
        return isUp;
    }
    void stop()
    {
        m_source.reset();
        m_http.reset();
        m_server.kill();
    }
    Endpoint endpoint(const QString &user, const QMap<QString, QString> &options = {}) const
    {
        Endpoint endpoint = ContractBench::endpoint({m_server.url()});
        endpoint.kind = QStringLiteral("icinga2");
        endpoint.http.auth = HttpConfig::Auth::Basic;
        endpoint.http.username = user;
        endpoint.http.secret.keychain = QStringLiteral("pw");
        endpoint.http.tls.caFile = m_server.caFile();
        endpoint.options = options;
        return endpoint;
    }
    std::unique_ptr<Source> open(const Endpoint &endpoint)
    {
        auto source = makeIcinga2Connector()->open(endpoint, SourceDeps {*m_http, m_clock});
        if (!source) {
            qFatal("The source does not open: %s", qPrintable(source.error().what));
        }
        return std::move(*source);
    }
    std::unique_ptr<Source> open(const QString &user, QMap<QString, QString> options = {})
    {
        // Servers that are believed from their first answer on, unless the test is about the others.
        options.insert(QStringLiteral("settling_time"), options.value(QStringLiteral("settling_time"), QStringLiteral("0s")));
        return open(endpoint(user, options));
    }
    AlertPage snapshot(Source &source)
    {
        const auto result = await(source.alerts()->read({}));
        if (!result) {
            qWarning("%s", qPrintable(errorOf(result)));
            return {};
        }
        return *result;
    }
    AlertPage snapshot() { return snapshot(*m_source); }
    /// The alert of that object as the source sees it now; one without a key where there is none.
    Alert seen(const QString &id)
    {
        const AlertPage all = snapshot();
        const Alert *alert = of(all, id);
        return alert == nullptr ? Alert {} : *alert;
    }
    /// One attribute of an object, as the server itself shows it.
    QString attribute(const QByteArray &plural, const QString &name, const QString &attribute)
    {
        JsonWriter json;
        json.beginObject().key(QString::fromLatin1(plural)).beginArray().value(name).endArray();
        json.key(u"attrs").beginArray().value(attribute).endArray().endObject();
        const auto document = JsonDocument::parse(m_server.query("/v1/objects/" + plural, json.take()).body);
        const JsonValue value = document ? document->root()[u"results"].at(0)[u"attrs"][attribute] : JsonValue();
        return value.isNumber() ? QString::number(value.number(), 'f', 3)
            : value.isBoolean() ? QVariant(value.boolean()).toString()
                                : value.stringOr({});
    }
    /// What an action of the server answers.
    Icinga2Server::Reply act(const QByteArray &action, const QByteArray &body, const QByteArray &user = "root")
    {
        return m_server.request("POST", "/v1/actions/" + action, body, user);
    }
    static JsonValue parsed(const QByteArray &body)
    {
        const auto document = JsonDocument::parse(body);
        return document ? document->root() : JsonValue();
    }

    Icinga2Server m_server;
    SystemClock m_clock;
    std::shared_ptr<FixedSecrets> m_secrets;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Source> m_source;
};

} // namespace quarterdeck
