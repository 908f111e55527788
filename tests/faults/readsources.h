#pragma once

#include "tests/faults/enginebench.h"
#include "tests/support/fakeelastic.h"
#include "tests/support/fakeloki.h"
#include "tests/support/fakevictorialogs.h"

#include <QDateTime>
#include <QJsonObject>

namespace quarterdeck {

/// A source that is asked for figures or lines, as a scripted server plays it: what it answers, and which paths bring the answer to a question.
struct ReadSource {
    QByteArray kind;
    QByteArray settings; ///< For EngineBench.
    ScriptedServer::Handler well;
    QByteArrayList questions; ///< The ends of their paths.
    bool isOfLogs = true;

    bool isQuestion(const ScriptedRequest &request) const
    {
        return std::any_of(questions.begin(), questions.end(), [&](const QByteArray &end) { return request.path().endsWith(end); });
    }
};

inline const QByteArrayList &readKinds()
{
    static const QByteArrayList Kinds {"prometheus", "journal", "loki", "victorialogs", "elasticsearch", "clickhouse"};
    return Kinds;
}

/// A Prometheus with one series and two alerts of rules, of which the first says `text` in a label and in an annotation.
inline ReadSource readPrometheus(const QByteArray &text)
{
    const auto data = [](const QByteArray &inner) { return ScriptedReply::json(R"({"status":"success","data":)" + inner + '}'); };
    const auto alert = [](const QByteArray &name, const QByteArray &said) {
        return R"({"labels":{"alertname":")" + name + R"(","dump":")" + said + R"("},"annotations":{"summary":"short","dump":")" + said
            + R"("},"state":"firing","activeAt":"2026-01-01T00:00:00Z","value":"1"})";
    };
    const QByteArray alerts = '[' + alert("One", text) + ',' + alert("Two", "short") + ']';
    return {"prometheus", {},
        [data, alerts](const ScriptedRequest &request) {
            const QByteArray path = request.path();
            const qint64 now = QDateTime::currentSecsSinceEpoch();
            return path.endsWith("/query_range")
                ? data(R"({"resultType":"matrix","result":[{"metric":{"job":"a"},"values":[[)" + QByteArray::number(now - 120) + R"(,"1"]]}]})")
                : path.endsWith("/alerts")    ? data("{\"alerts\":" + alerts + '}')
                : path.endsWith("/rules")     ? data(R"({"groups":[]})")
                : path.endsWith("/targets")   ? data(R"({"activeTargets":[]})")
                : path.endsWith("/buildinfo") ? data(R"({"version":"3.0.0"})")
                                              : ScriptedReply::text("404", 404);
        },
        {"/query_range"}, false};
}

/// One of the kinds, with two lines of the last minutes: `text` and "short".
inline ReadSource readSource(const QByteArray &kind, const QByteArray &text)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 nanos = now * 1'000'000;
    const auto before = [](const auto &server) { return [server](const ScriptedRequest &request) { return server->answer(request); }; };
    if (kind == "prometheus") {
        return readPrometheus(text);
    }
    if (kind == "journal") {
        const auto entry = [&](int number, const QByteArray &message) {
            const QByteArray at = QByteArray::number((now - 120'000) * 1000 + number);
            return "__CURSOR=s=1;i=" + QByteArray::number(number) + "\n__REALTIME_TIMESTAMP=" + at + "\nSYSLOG_IDENTIFIER=shop\nMESSAGE=" + message
                + "\nDUMP=" + message + "\n\n";
        };
        ScriptedReply reply = ScriptedReply::text(entry(1, text) + entry(2, "short"));
        reply.contentType = "application/vnd.fdo.journal";
        return {kind, {},
            [reply](const ScriptedRequest &request) {
                return request.path().endsWith("/entries") ? reply : ScriptedReply::json(R"({"hostname":"node1"})");
            },
            {"/entries"}};
    }
    if (kind == "loki") {
        const auto server = std::make_shared<FakeLoki>();
        server->push({{{{"app", "shop"}}, nanos - 120'000'000'000, text, {}}, {{{"app", "shop"}}, nanos - 110'000'000'000, "short", {}}});
        return {kind, {}, before(server), {"/query_range"}};
    }
    if (kind == "victorialogs") {
        const auto server = std::make_shared<FakeVictorialogs>();
        server->push({{nanos - 120'000'000'000, QString::fromUtf8(text), {{"service", "shop"}}},
            {nanos - 110'000'000'000, QStringLiteral("short"), {{"service", "shop"}}}});
        return {kind, {}, before(server), {"/query", "/hits"}};
    }
    if (kind == "elasticsearch") {
        const auto server = std::make_shared<FakeElastic>();
        server->push({{QStringLiteral("logs-1"), QStringLiteral("a"), now - 120'000, {{"message", QString::fromUtf8(text)}}},
            {QStringLiteral("logs-1"), QStringLiteral("b"), now - 110'000, {{"message", "short"}}}});
        return {kind, {}, before(server), {"/_search"}};
    }
    const auto server = std::make_shared<RealClickhouse>();
    if (!RealClickhouse::isInstalled() || !server->start()) {
        return {};
    }
    server->execute("CREATE TABLE lines (ns Int64, body String) ENGINE = MergeTree() ORDER BY ns");
    for (const auto &[at, body] : {std::pair {nanos - 120'000'000'000, text}, std::pair {nanos - 110'000'000'000, QByteArray("short")}}) {
        server->execute("INSERT INTO lines VALUES (" + QByteArray::number(at) + ",'" + body + "')");
    }
    return {kind, ", table: default.lines, time_field: ns, message_field: body",
        [server](const ScriptedRequest &request) { return passOn(request, server->url()); }, {"/"}};
}

} // namespace quarterdeck
