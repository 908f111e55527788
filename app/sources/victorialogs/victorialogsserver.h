#pragma once

#include "app/net/parsed.h"
#include "app/sources/victorialogs/parse.h"
#include "app/sources/victorialogs/requests.h"

#include <QObject>

namespace quarterdeck::victorialogs {

/// Counts as they are asked for.
struct HitsQuestion {
    Question question;
    LogHistogram empty;
    std::vector<LogLevel> levels;
};

/// One VictoriaLogs over HTTP, with the answers parsed. Thread: io.
class VictorialogsServer : public QObject {
public:
    VictorialogsServer(HttpClient &http, HttpConfig config, Server server, LineRules rules);

    /// Oldest first; see linesRequest().
    Async<std::vector<LogLine>> lines(const Question &question, int limit, CancelToken cancel);
    Async<LogHistogram> hits(const HitsQuestion &question, CancelToken cancel);
    Async<QStringList> values(const Question &question, const QString &field, int limit, CancelToken cancel);
    /// The version, asked for once; empty where the server does not say it, as before 1.40.
    Async<QString> version(CancelToken cancel);
    /// How an answer of the server comes, for the connection test.
    Async<HttpResponse> reach(const Question &question, CancelToken cancel);

private:
    Async<HttpResponse> ask(HttpRequest request, CancelToken cancel);

    HttpClient &m_http;
    HttpConfig m_config;
    Server m_server;
    LineRules m_rules;
    std::optional<QString> m_version;
};

} // namespace quarterdeck::victorialogs
