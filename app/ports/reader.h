#pragma once

#include "app/core/async.h"
#include "app/domain/action.h"
#include "app/domain/freshness.h"
#include "app/domain/history.h"
#include "app/domain/incident.h"
#include "app/domain/join.h"
#include "app/domain/service.h"

#include <QObject>

#include <vector>

namespace quarterdeck {

/// What changed in the store, so that models can update by key.
struct ChangeSet {
    std::vector<Alert> changedAlerts;    ///< New or changed, whole.
    std::vector<AlertKey> removedAlerts; ///< Gone from the list (aged out); a resolved alert is a changed one.
    bool silences = false;
    bool outbox = false;
    bool services = false;
    bool notes = false;
    bool runs = false;
    bool history = false;
    bool joins = false;

    bool isEmpty() const;
    /// Adds a later change to this one.
    void merge(ChangeSet later);
};

/// Everything that is stored, to read. Methods answer from SQLite, never from the network.
/// Thread: main; work is done on the db thread.
class Reader : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// All open alerts and those resolved in the last hour.
    virtual Async<std::vector<Alert>> alerts(CancelToken cancel = {}) = 0;
    virtual Async<std::vector<Silence>> silences(CancelToken cancel = {}) = 0;
    virtual Async<std::vector<Service>> services(CancelToken cancel = {}) = 0;
    /// The life of one alert, oldest first.
    virtual Async<std::vector<HistoryEvent>> history(AlertKey alert, CancelToken cancel = {}) = 0;
    virtual Async<std::vector<Note>> notes(AlertKey alert, CancelToken cancel = {}) = 0;
    /// Firings created in the range or reaching into it, from the local history, for the load figures.
    virtual Async<std::vector<Incident>> incidents(TimeRange range, CancelToken cancel = {}) = 0;
    /// What people decided of alerts that are one incident or not, in the order in which they did.
    virtual Async<std::vector<JoinDecision>> joins(CancelToken cancel = {}) = 0;

signals:
    /// At most every 100 ms, but at once for what a person waits for and at the end of a poll.
    void changed(const quarterdeck::ChangeSet &changes);
};

} // namespace quarterdeck

Q_DECLARE_METATYPE(quarterdeck::ChangeSet)
