#pragma once

#include "app/json/jsonreader.h"
#include "app/sources/alertmanager/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/realservers.h"

#include <QTest>

#include <algorithm>

namespace quarterdeck {

/// An alert as Prometheus would post it; from a minute ago for an hour where nothing else is said.
struct Posted {
    QString name;
    QString service;
    QString severity = QStringLiteral("warning");
    UtcTime startsAt {};
    UtcTime endsAt {};
};

/// The JSON of POST /api/v2/alerts.
inline QByteArray body(const std::vector<Posted> &alerts)
{
    const UtcTime now = SystemClock().now();
    JsonWriter json;
    json.beginArray();
    for (const Posted &alert : alerts) {
        json.beginObject().key(u"labels").beginObject();
        json.key(u"alertname").value(alert.name).key(u"service").value(alert.service).key(u"severity").value(alert.severity);
        json.endObject().key(u"annotations").beginObject().key(u"summary").value(QStringLiteral("about ") + alert.name).endObject();
        json.key(u"startsAt").value(toRfc3339(alert.startsAt.isValid() ? alert.startsAt : now - Millis(60'000)));
        json.key(u"endsAt").value(toRfc3339(alert.endsAt.isValid() ? alert.endsAt : now + Millis(3'600'000)));
        json.endObject();
    }
    json.endArray();
    return json.take();
}

/// Servers that are believed from their first answer on: tst_alertmanagerrestart is about the others.
inline Endpoint settled(std::vector<QUrl> urls)
{
    Endpoint endpoint = ContractBench::endpoint(std::move(urls));
    endpoint.options.insert(QStringLiteral("settling_time"), QStringLiteral("0s"));
    return endpoint;
}

/// The alert of that name, or none.
inline const Alert *named(const AlertPage &snapshot, const QString &name)
{
    const auto at = std::ranges::find(snapshot.alerts, name, &Alert::title);
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

/// What ben does to a silence.
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

/// A real Alertmanager, alone or as a cluster of two, and our source over it; anew for each test function.
class AlertmanagerBench : public QObject {
protected:
    bool startAlone()
    {
        m_bench = std::make_unique<ContractBench>();
        m_server = std::make_unique<RealAlertmanager>();
        const bool isUp = m_server->start();
        m_source = m_bench->open(*makeAlertmanagerConnector(), settled({m_server->url()}));
        return isUp;
    }
    bool startCluster()
    {
        m_bench = std::make_unique<ContractBench>();
        m_server = std::make_unique<RealAlertmanager>();
        m_second = std::make_unique<RealAlertmanager>();
        m_second->joinCluster(*m_server);
        const bool isUp = m_server->start() && m_second->start();
        m_source = m_bench->open(*makeAlertmanagerConnector(), settled({m_server->url(), m_second->url()}));
        const auto isWhole = [this] {
            const auto health = await(m_source->probe({}));
            return health && health->membersLive == 2 && health->findings.isEmpty();
        };
        return isUp && QTest::qWaitFor(isWhole, 20'000);
    }
    QByteArray log() { return m_server->log() + (m_second ? m_second->log() : QByteArray()); }
    void stop()
    {
        m_source.reset();
        m_second.reset();
        m_server.reset();
        m_bench.reset();
    }
    /// What the source sees now.
    AlertPage snapshot()
    {
        const auto result = await(m_source->alerts()->read({}));
        if (!result) {
            qWarning("%s", qPrintable(errorOf(result)));
            return {};
        }
        return *result;
    }

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<RealAlertmanager> m_server;
    std::unique_ptr<RealAlertmanager> m_second;
    std::unique_ptr<Source> m_source;
};

} // namespace quarterdeck
