#pragma once

#include "app/net/parsed.h"
#include "app/sources/journal/parse.h"
#include "app/sources/journal/requests.h"

#include <QObject>

namespace quarterdeck::journal {

/// One systemd-journal-gatewayd. Thread: io.
class Gateway : public QObject {
public:
    Gateway(HttpClient &http, HttpConfig config, QUrl base, LineRules rules);

    const LineRules &rules() const { return m_rules; }
    /// One page of entries, kept as far as `filter` wants them and up to `stopCursor`. Errors: TooLarge where fewer entries may fit.
    Async<ParsedPage> page(const Matches &matches, const Range &range, const EntryFilter &filter, const QByteArray &stopCursor, CancelToken cancel);
    /// A stream of entries; finishes when it ends, with an error for anything but an end that the server chose.
    Async<Done> follow(const Matches &matches, const Range &range, std::function<bool(QByteArrayView)> onData, CancelToken cancel);
    /// Errors: Rejected where there are too many values to list.
    Async<QStringList> fieldValues(const QString &field, CancelToken cancel);
    Async<std::pair<Machine, HttpResponse>> machine(CancelToken cancel);

private:
    HttpClient &m_http;
    HttpConfig m_config;
    QUrl m_base;
    LineRules m_rules;
};

} // namespace quarterdeck::journal
