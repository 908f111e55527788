#pragma once

#include "app/core/backoff.h"
#include "app/sources/icinga2/reader.h"

#include <functional>

namespace quarterdeck::icinga2 {

/// Holds the stream of events open, and opens it again when it is lost, until it is cancelled; then it deletes itself. What the stream says
/// is not read: any of it means that something has changed. That it says nothing means nothing. Thread: io.
class EventWatch final : public QObject {
public:
    /// `reader` and `deps` outlive it. `changed` is called for whatever comes, and when the stream was lost and is open again.
    EventWatch(Reader &reader, const SourceDeps &deps, std::function<void()> changed, CancelToken cancel, QObject *parent);
    /// Asks what may be listened to, and listens.
    void open();

private:
    void listen(const QStringList &types);
    bool take(QByteArrayView bytes);
    void lost(const Error &error);
    void again(Millis wait);
    bool isOver() const { return m_cancel.stop_requested(); }

    Reader &m_reader;
    SourceDeps m_deps;
    std::function<void()> m_changed;
    CancelToken m_cancel;
    Backoff m_backoff;
    Millis m_openedAt {0};
    bool m_wasLost = false;
};

} // namespace quarterdeck::icinga2
