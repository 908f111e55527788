#pragma once

#include "tests/support/realservers.h"
#include "tests/support/scriptedserver.h"

namespace quarterdeck {

/// Passes a request on to a real server and brings its answer back.
inline ScriptedReply passOn(const ScriptedRequest &request, const QUrl &server)
{
    QUrl url = server;
    const QList<QByteArray> parts = request.target.split('?');
    url.setPath(QString::fromUtf8(parts.first()), QUrl::TolerantMode);
    if (parts.size() > 1) {
        url.setQuery(QString::fromUtf8(parts.at(1)), QUrl::TolerantMode);
    }
    const PlainReply reply = plainHttp(request.method, url, request.body, request.header("content-type"));
    return reply.status == 0 ? ScriptedReply::empty(502) : ScriptedReply::json(reply.body, reply.status);
}

} // namespace quarterdeck
