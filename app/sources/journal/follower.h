#pragma once

#include "app/core/backoff.h"
#include "app/core/clock.h"
#include "app/sources/journal/gateway.h"

#include <QSet>
#include <QTimer>

namespace quarterdeck::journal {

/// The place up to which a tail has handed over its lines.
struct ResumePoint {
    QByteArray cursor; ///< Of the last entry seen; empty at the head of an empty journal.
    qint64 usec = 0;

    bool isSet = false;
    bool isOfTail = false; ///< The tail is after that entry: a stream from here on begins with it, as long as the journal has it.
};

/// Follows the journal from a place on: a stream, opened again from the last cursor when it breaks, and checked with a plain read
/// when it is silent, because the server sends no heartbeat and a dead connection looks like a quiet journal.
/// Thread: io.
class Follower : public QObject {
public:
    struct Rules {
        Millis check {10'000}; ///< Silence after which the stream is checked.
        int quickRetries = 3;  ///< Failures in a row before it ends with the error.
    };

    Follower(Gateway &gateway, Matches matches, EntryFilter filter, TailSink sink, Rules rules, CancelToken cancel, QObject *parent);
    ~Follower() override;
    /// Starts after `from`, or, where that is not set, after the last entry before `time` (invalid: the newest).
    /// Finishes with Cancelled or the error that ended it.
    Async<Done> run(const ResumePoint &from, UtcTime time);
    /// How far it has come; what is after it has not been handed over.
    const ResumePoint &place() const { return m_place; }

private:
    void findAnchor(UtcTime time);
    void openStream();
    void tellFollowing();
    bool takeData(quint64 generation, QByteArrayView bytes);
    void takeEntry(const Entry &entry);
    void streamEnded(const Result<Done> &result);
    void checkSilence();
    void checked(const Result<ParsedPage> &page);
    void retry(const Error &error);
    void flush();
    void finish(Result<Done> result);
    Range rangeFrom(int count) const;
    void cancelled();

    Gateway &m_gateway;
    Matches m_matches;
    EntryFilter m_filter;
    TailSink m_sink;
    Rules m_rules;
    CancelToken m_cancel;
    Reply<Done> m_reply;
    LineMaker m_maker;
    ExportParser m_parser;
    ResumePoint m_place;
    QSet<QByteArray> m_sameInstant; ///< Cursors seen at m_place.usec: a resume by time meets them again.
    bool m_isByTime = false;        ///< The cursor is no longer known there: resume by time.
    bool m_awaitsPlace = false;     ///< The next entry of the stream is the last one seen.
    std::optional<UtcTime> m_gap;   ///< It was removed with what stood after it, perhaps: not told yet.
    std::vector<LogLine> m_batch;
    QTimer m_flushing;
    QTimer m_checking;
    Backoff m_backoff;
    std::unique_ptr<std::stop_source> m_stream;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_onCancel;
    std::optional<Error> m_parseError;
    quint64 m_generation = 0; ///< Of the stream: what an abandoned one still brings is not taken.
    bool m_isFinished = false;
};

} // namespace quarterdeck::journal
