#pragma once

#include "app/ports/reader.h"

#include <QMutex>

#include <optional>

namespace quarterdeck {

class StoreCore;

/// The reading part of Store.
class StoredReader : public Reader {
    Q_OBJECT

public:
    /// `core` must outlive every call.
    explicit StoredReader(StoreCore &core)
        : m_core(core)
    {
    }
    /// Begins to read what alerts() will be asked for while a window is still being made. The first who asks within ten seconds gets
    /// that answer, unless something was to be written in the meantime. Thread: main.
    void readAhead();
    Async<std::vector<Alert>> alerts(CancelToken cancel = {}) override;
    Async<std::vector<Silence>> silences(CancelToken cancel = {}) override;
    Async<std::vector<Service>> services(CancelToken cancel = {}) override;
    Async<std::vector<HistoryEvent>> history(AlertKey alert, CancelToken cancel = {}) override;
    Async<std::vector<Note>> notes(AlertKey alert, CancelToken cancel = {}) override;
    Async<std::vector<Incident>> incidents(TimeRange range, CancelToken cancel = {}) override;
    Async<std::vector<JoinDecision>> joins(CancelToken cancel = {}) override;

private:
    struct Ahead {
        Async<std::vector<Alert>> answer;
        int writes = 0;
    };
    Async<std::vector<Alert>> readAlerts(CancelToken cancel);
    std::optional<Ahead> takeAhead();

    StoreCore &m_core;
    QMutex m_mutex;
    std::optional<Ahead> m_ahead;
};

} // namespace quarterdeck
