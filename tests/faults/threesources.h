#pragma once

#include "tests/faults/enginebench.h"

namespace quarterdeck {

/// A source of alerts of one kind, as a scripted server plays it: two alerts, and an answer to whatever else it is asked.
struct PlayedSource {
    QByteArray kind;
    QByteArray settings; ///< For EngineBench.
    QByteArray list;     ///< The answer that holds both alerts.
    QByteArray none;     ///< The same without one.
    std::function<bool(const ScriptedRequest &)> isList;
    ScriptedServer::Handler beside; ///< Whatever is not the list.

    /// All is well, but for what `instead` is to the question for the list.
    ScriptedServer::Handler with(const ScriptedReply &instead) const
    {
        return [*this, instead](const ScriptedRequest &request) { return isList(request) ? instead : beside(request); };
    }
    ScriptedServer::Handler well() const { return with(ScriptedReply::json(list)); }
};

inline PlayedSource playedAlertmanager()
{
    const auto alert = [](const QByteArray &name) {
        return R"({"labels":{"alertname":")" + name
            + R"(","severity":"critical"},"annotations":{},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2036-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","fingerprint":"0011)"
            + name.toHex() + R"(","receivers":[{"name":"x"}],"status":{"state":"active","silencedBy":[],"inhibitedBy":[]}})";
    };
    // It has run for long: what it does not list it has not forgotten.
    const auto beside = [](const ScriptedRequest &request) {
        if (request.path().endsWith("/status")) {
            return ScriptedReply::json(R"({"uptime":"2026-01-01T00:00:00Z","cluster":{"status":"disabled"},"versionInfo":{"version":"0.28.0"}})");
        }
        return request.path().endsWith("/silences") ? ScriptedReply::json("[]") : ScriptedReply::text("404\n", 404);
    };
    return {"alertmanager", {}, '[' + alert("One") + ',' + alert("Two") + ']', "[]",
        [](const ScriptedRequest &request) { return request.path().endsWith("/alerts"); }, beside};
}

inline PlayedSource playedIcinga2()
{
    const auto problem = [](const QByteArray &name) {
        return R"({"name":"web!)" + name
            + R"(","type":"Service","joins":{},"attrs":{"state":2,"state_type":1,"last_check":1796010865.2,"last_state_change":1796010000.5,"acknowledgement":0,"downtime_depth":0,"last_check_result":{"output":"down"}}})";
    };
    const auto beside = [](const ScriptedRequest &request) {
        const QByteArray path = request.path();
        const auto result = [](const QByteArray &one) { return ScriptedReply::json("{\"results\":[" + one + "]}"); };
        if (path == "/v1") {
            return result(R"({"user":"root","version":"r2.13.6-1","permissions":["*"]})");
        }
        if (path == "/v1/status/CIB") {
            return result(R"({"name":"CIB","status":{"uptime":100000,"num_hosts_pending":0,"num_services_pending":0}})");
        }
        if (path == "/v1/status/IcingaApplication") {
            return result(
                R"({"name":"IcingaApplication","status":{"icingaapplication":{"app":{"enable_host_checks":true,"enable_service_checks":true}}}})");
        }
        if (path == "/v1/status/ApiListener") {
            return result(R"({"name":"ApiListener","status":{"api":{"identity":"m","zones":{"m":{"connected":true,"endpoints":["m"]}}}}})");
        }
        return path == "/v1/events" ? ScriptedReply::json(R"({"error":404,"status":"The requested path does not exist."})", 404) : result({});
    };
    return {"icinga2", ", settling_time: 10m", "{\"results\":[" + problem("a") + ',' + problem("b") + "]}", R"({"results":[]})",
        [](const ScriptedRequest &request) { return request.path() == "/v1/objects/services"; }, beside};
}

inline PlayedSource playedPagerduty()
{
    const auto incident = [](const QByteArray &number) {
        return R"({"id":"QINC00)" + number + R"(","type":"incident","summary":"Disk","incident_number":)" + number
            + R"(,"title":"Disk","created_at":"2026-01-01T00:00:00Z","status":"triggered","urgency":"high","service":{"id":"PSVC","type":"service_reference","summary":"Mail"}})";
    };
    const auto page = [](const QByteArray &incidents) {
        return "{\"incidents\":[" + incidents + "],\"limit\":100,\"offset\":0,\"total\":null,\"more\":false}";
    };
    return {"pagerduty", {}, page(incident("1") + ',' + incident("2")), page({}),
        [](const ScriptedRequest &request) { return request.path() == "/incidents"; },
        [](const ScriptedRequest &request) {
            return request.path() == "/maintenance_windows" ? ScriptedReply::json(R"({"maintenance_windows":[],"more":false})")
                                                            : ScriptedReply::json(R"({"error":{"message":"Not Found","code":2100}})", 404);
        }};
}

/// One engine over one such source: it is broken and mended, and what came of it is looked at.
class PlayedRun {
public:
    explicit PlayedRun(PlayedSource source)
        : m_source(std::move(source))
        , m_server(m_source.well())
    {
        m_bench.urls = {m_server.url(QString()).toString()};
        m_bench.kind = m_source.kind;
        m_bench.settings = m_source.settings;
        if (m_source.kind == "pagerduty") {
            m_bench.settings += ", authorization: {type: Token, credentials_file: '" + m_bench.secretFile("key") + "'}";
        }
    }

    EngineBench &bench() { return m_bench; }
    const PlayedSource &source() const { return m_source; }
    bool open()
    {
        if (!m_bench.open()) {
            return false;
        }
        m_bench.engine->sync().start();
        return isWell();
    }
    /// Polls with this. What was wrong; empty where the source is not live then, and every alert is still there.
    QString breakBy(const ScriptedServer::Handler &fault)
    {
        m_server.setHandler(fault);
        m_bench.engine->sync().refresh();
        if (!QTest::qWaitFor([this] { return m_bench.status().freshness != Freshness::Live; }, 10'000)) {
            return QStringLiteral("it still counts as live");
        }
        const std::size_t left = m_bench.alerts().size();
        return left == 2 ? QString() : QStringLiteral("%1 alerts are left").arg(left);
    }
    /// The same, and then without: it has to recover.
    QString tryOut(const ScriptedServer::Handler &fault)
    {
        const QString wrong = breakBy(fault);
        m_server.setHandler(m_source.well());
        m_bench.engine->sync().refresh();
        return !wrong.isEmpty() || isWell() ? wrong : QStringLiteral("it does not recover");
    }
    /// True where no alert has ever been over and come again.
    bool hasResolvedNothing()
    {
        for (const Alert &alert : m_bench.alerts()) {
            const auto history = EngineBench::wait(m_bench.engine->store().history(alert.key));
            using Kind = HistoryEvent::Kind;
            const auto countOf = [&history](Kind kind) { return std::ranges::count(*history, kind, &HistoryEvent::kind); };
            if (!history || countOf(Kind::Fired) != 1 || countOf(Kind::Resolved) + countOf(Kind::Refired) != 0) {
                return false;
            }
        }
        return true;
    }
    /// What the source says when nothing is wrong any more: the checks above can fail.
    bool resolves()
    {
        m_server.setHandler(m_source.with(ScriptedReply::json(m_source.none)));
        m_bench.engine->sync().refresh();
        return QTest::qWaitFor([this] { return m_bench.alerts().empty() && m_bench.status().freshness == Freshness::Live; }, 10'000);
    }

private:
    bool isWell()
    {
        return QTest::qWaitFor([this] { return m_bench.status().freshness == Freshness::Live && m_bench.alerts().size() == 2; }, 10'000);
    }

    PlayedSource m_source;
    ScriptedServer m_server;
    EngineBench m_bench;
};

} // namespace quarterdeck
