#pragma once

#include "app/core/backoff.h"
#include "app/ports/telemetry.h"
#include "app/sources/api/source.h"

#include <QPointer>
#include <QTimer>

#include <stop_token>

namespace quarterdeck {

class Store;

/// The io side of a tail: collects lines, hands them on in bundles and starts again after an interruption. Deletes itself when the
/// tail is cancelled. Thread: io once moved there.
class TailFeed final : public QObject {
    Q_OBJECT

public:
    /// Ends when `cancel` asks for it.
    TailFeed(LogQuery query, CancelToken cancel);
    /// Begins to follow. `source` outlives the feed; null: tells why and ends. Thread: io.
    void follow(LogSource *source, Store &store);

signals:
    /// A bundle of lines, at most every 80 ms.
    void arrived(const std::vector<quarterdeck::LogLine> &lines);
    /// Why it does not follow now; empty when it does again.
    void interrupted(const QString &why);

private:
    void connectTail();
    void take(std::vector<LogLine> lines);
    void flush();
    void ended(const Result<Done> &result);

    LogQuery m_query;
    CancelToken m_cancel;
    Backoff m_backoff;
    QTimer m_bundling;
    LogSource *m_source = nullptr;
    Store *m_store = nullptr;
    std::vector<LogLine> m_lines;
    bool m_isInterrupted = false;
};

/// The face of a tail on the main thread: stops the feed when destroyed.
class FedLogTail final : public LogTail {
    Q_OBJECT

public:
    /// `stop` ends the feed.
    explicit FedLogTail(std::stop_source stop);
    ~FedLogTail() override;

private:
    std::stop_source m_stop;
};

} // namespace quarterdeck
