#pragma once

#include "app/ports/reader.h"

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
    Async<std::vector<Alert>> alerts(CancelToken cancel = {}) override;
    Async<std::vector<Silence>> silences(CancelToken cancel = {}) override;
    Async<std::vector<Service>> services(CancelToken cancel = {}) override;
    Async<std::vector<HistoryEvent>> history(AlertKey alert, CancelToken cancel = {}) override;
    Async<std::vector<Note>> notes(AlertKey alert, CancelToken cancel = {}) override;
    Async<std::vector<Incident>> incidents(TimeRange range, CancelToken cancel = {}) override;

private:
    StoreCore &m_core;
};

} // namespace quarterdeck
