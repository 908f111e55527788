#pragma once

#include "app/net/parsed.h"
#include "app/sources/loki/parse.h"
#include "app/sources/loki/refusal.h"
#include "app/sources/loki/requests.h"
#include "app/sources/loki/selection.h"

#include <QObject>

namespace quarterdeck::loki {

/// Lines, or the limit of the server that the question went beyond.
struct LinesReply {
    LinesAnswer answer;
    std::optional<Refusal> refusal;
};

/// One Loki over HTTP, with the answers parsed and its limits remembered. Thread: io.
class LokiServer : public QObject {
public:
    LokiServer(HttpClient &http, HttpConfig config, Server server, LineRules rules);

    const LineRules &rules() const { return m_rules; }
    /// What it has refused so far: the most that is asked at once.
    const Limits &limits() const { return m_limits; }
    Async<LinesReply> lines(const LinesQuestion &question, CancelToken cancel);
    Async<CountsAnswer> counts(const CountsQuestion &question, CancelToken cancel);
    /// Names of the labels that streams have; with what tells how the server is.
    Async<std::pair<QStringList, HttpResponse>> labels(TimeRange range, CancelToken cancel);
    Async<QStringList> values(const QString &label, TimeRange range, CancelToken cancel);
    Async<QStringList> detectedValues(const QString &field, const QString &query, TimeRange range, CancelToken cancel);
    Async<std::vector<Labels>> series(TimeRange range, CancelToken cancel);
    /// Empty where the server does not say it.
    Async<QString> version(CancelToken cancel);

private:
    Async<HttpResponse> ask(HttpRequest request, CancelToken cancel);

    HttpClient &m_http;
    HttpConfig m_config;
    Server m_server;
    LineRules m_rules;
    Limits m_limits;
};

} // namespace quarterdeck::loki
