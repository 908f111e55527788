#pragma once

#include "app/ports/telemetry.h"
#include "app/sources/api/logface.h"
#include "app/sync/tailstrand.h"

#include <QTimer>

#include <stop_token>

namespace quarterdeck {

class Store;

/// The io side of a tail: follows every source of it, collects the lines and hands them on in bundles. Deletes itself when the tail is
/// cancelled. Thread: io once moved there.
class TailFeed final : public QObject {
    Q_OBJECT

public:
    /// One source to follow; without `source`, why it cannot be.
    struct Followed {
        SourceId id;
        LogFace *source = nullptr;
        QString why;
    };

    /// Ends when `cancel` asks for it.
    TailFeed(LogQuery query, CancelToken cancel);
    /// Begins to follow. The sources outlive the feed. Thread: io.
    void follow(const std::vector<Followed> &sources, Store &store);

signals:
    /// A bundle of lines in the order of their times, at most every 80 ms.
    void arrived(const std::vector<quarterdeck::LogLine> &lines);
    /// Which sources it does not follow now and why; empty when it follows all again.
    void interrupted(const QString &why);

private:
    void take(const std::vector<LogLine> &lines);
    void flush();
    void tell();

    LogQuery m_query;
    CancelToken m_cancel;
    QTimer m_bundling;
    Store *m_store = nullptr;
    std::vector<TailStrand *> m_strands;
    std::vector<LogLine> m_lines;
    QString m_told;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_onCancel;
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
