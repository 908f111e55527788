#pragma once

#include "app/core/backoff.h"
#include "app/core/clock.h"
#include "app/sources/api/timelineface.h"
#include "app/store/storedtimelines.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace quarterdeck {

/// Reads what a source tells of the past of its alerts into the store: a portion after each good poll, and more of them between polls until
/// everything is read. No poll waits for it. Thread: io.
class TimelineFeed final : public QObject {
    Q_OBJECT

public:
    /// All outlive it. `mayGoOn`: nothing more important is asked of the source right now.
    TimelineFeed(SourceId source, TimelineFace &face, Store &store, const Clock &clock, std::function<bool()> mayGoOn, QObject *parent);
    ~TimelineFeed() override;
    /// A poll of the source is over.
    void polled(bool answered);
    /// A portion is being read or stored.
    bool isReading() const { return m_isReading; }

signals:
    /// A portion is over, read or not.
    void rested();

private:
    void begin();
    void ask();
    void take(const TimelinePage &page);
    void rest();

    SourceId m_source;
    TimelineFace &m_face;
    StoredTimelines m_stored;
    const Clock &m_clock;
    std::function<bool()> m_mayGoOn;
    Backoff m_backoff;
    QTimer m_next;
    std::stop_source m_stop;
    std::optional<TimelineCursor> m_cursor; ///< As it is stored; nothing until that was read.
    Millis m_notBefore {0};                 ///< Monotonic.
    bool m_isReading = false;
};

} // namespace quarterdeck
