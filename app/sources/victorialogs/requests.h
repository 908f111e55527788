#pragma once

#include "app/domain/logline.h"
#include "app/net/httpclient.h"

namespace quarterdeck::victorialogs {

/// One VictoriaLogs, and whose logs of it.
struct Server {
    QUrl base;
    QString account; ///< Empty: the server's own.
    QString project;
};

/// Which lines. Units: nanoseconds since the epoch; `to` is left out.
struct Question {
    QString query;
    qint64 from = 0;
    qint64 to = 0;
};

/// `limit`: the newest so many lines, in any order; 0: the query itself says which.
HttpRequest linesRequest(const Server &server, const Question &question, int limit);
/// Counts in steps that begin at the start of the question.
HttpRequest hitsRequest(const Server &server, const Question &question, Millis step, const QStringList &fields);
/// Values of one field, at most `limit`.
HttpRequest valuesRequest(const Server &server, const Question &question, const QString &field, int limit);
/// Version and build (from 1.40).
HttpRequest buildRequest(const Server &server);

} // namespace quarterdeck::victorialogs
