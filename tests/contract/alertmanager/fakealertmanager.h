#pragma once

#include "app/domain/action.h"
#include "tests/support/scriptedserver.h"

#include <algorithm>

namespace quarterdeck {

inline const QByteArray OneAlert = R"([{"fingerprint":"00000000000000a1","labels":{"alertname":"A"},"annotations":{},"receivers":[{"name":"d"}],
"startsAt":"2026-11-21T07:00:00Z","updatedAt":"2026-11-21T07:00:00Z","endsAt":"2026-11-21T09:00:00Z",
"status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])";

inline QByteArray heldSilence(const QByteArray &comment)
{
    return R"({"id":"s1","status":{"state":"active"},"updatedAt":"2026-11-21T07:13:00Z","comment":")" + comment
        + R"(","createdBy":"ana","startsAt":"2026-11-21T07:13:00Z","endsAt":"2026-11-21T07:23:00Z",
"matchers":[{"isEqual":true,"isRegex":false,"name":"alertname","value":"A"}]})";
}

inline AlertAction acknowledgement()
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.source = QStringLiteral("src");
    action.alert = {QStringLiteral("src"), QStringLiteral("00000000000000a1")};
    action.expectedStart = *parseRfc3339(u"2026-11-21T07:00:00Z");
    action.matchers = {{QStringLiteral("alertname"), QStringLiteral("A"), false, true}};
    action.duration = Millis(600'000);
    action.author = QStringLiteral("ana");
    return action;
}

/// A well-behaved fake with one alert and no silences, but for what `odd` answers itself (a status of 0: nothing).
inline ScriptedServer::Handler fake(std::function<ScriptedReply(const ScriptedRequest &)> odd)
{
    return [odd](const ScriptedRequest &request) {
        const ScriptedReply own = odd(request);
        if (own.status != 0) {
            return own;
        }
        if (request.path() == "/api/v2/alerts") {
            return ScriptedReply::json(OneAlert);
        }
        return ScriptedReply::json(request.method == "POST" ? QByteArray(R"({"silenceID":"s1"})") : QByteArray("[]"));
    };
}

/// A list that lacks only the end of its packing, with a length that fits.
inline ScriptedReply cutOffGzip()
{
    ScriptedReply reply = ScriptedReply::gzip("[]", "application/json");
    reply.body.chop(3);
    return reply;
}

inline const QByteArray Status034
    = R"({"uptime":"2026-01-01T00:00:00Z","cluster":{"status":"disabled"},"config":{"original":""},"versionInfo":{"version":"0.34.0"}})";

inline QByteArray groupOf(const QByteArray &receiver, const QByteArray &mutedBy)
{
    return R"({"receiver":{"name":")" + receiver
        + R"("},"labels":{},"alerts":[{"fingerprint":"00000000000000a1","labels":{"alertname":"A"},)"
          R"("status":{"state":"suppressed","silencedBy":[],"inhibitedBy":[],"mutedBy":[)"
        + mutedBy + R"(]}}]})";
}

inline int countOf(const ScriptedServer &server, const QByteArray &path)
{
    const auto requests = server.requests();
    return int(std::ranges::count_if(requests, [&path](const ScriptedRequest &request) { return request.path() == path; }));
}

inline ScriptedReply nothing()
{
    return ScriptedReply::empty(0);
}

} // namespace quarterdeck
