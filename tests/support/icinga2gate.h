#pragma once

#include "tests/support/icinga2server.h"
#include "tests/support/scriptedserver.h"

namespace quarterdeck {

/// Passes a request on to a real Icinga2 and brings its answer back. The stream of events is not offered: it would keep all others waiting.
inline ScriptedReply passOn(const ScriptedRequest &request, const Icinga2Server &server, const QByteArray &user = "root")
{
    if (request.path() == "/v1/events") {
        return ScriptedReply::json(R"({"error":404,"status":"The requested path does not exist."})", 404);
    }
    const bool isQuestion = request.header("x-http-method-override") == "GET";
    const Icinga2Server::Reply reply = isQuestion ? server.query(request.target, request.body, user)
                                                  : server.request(request.method, request.target, request.body, user);
    return reply.status == 0 ? ScriptedReply::empty(502) : ScriptedReply::json(reply.body, reply.status);
}

} // namespace quarterdeck
