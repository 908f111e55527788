#pragma once

#include "app/domain/action.h"
#include "app/domain/history.h"
#include "models/keyedtable.h"

namespace quarterdeck {

/// One line of the story of an alert.
struct TimelineEvent {
    enum class Kind : quint8 { History, Note, Outbox };
    Kind kind = Kind::History;
    QString key;
    UtcTime at;
    QString who;                                            ///< Empty: the monitor.
    QString text;                                           ///< Note or state.
    HistoryEvent::Kind history = HistoryEvent::Kind::Fired; ///< Of Kind::History.
    std::optional<Verb> verb;                               ///< Of an action.
    Reason reason {};                                       ///< Of an action: why it stands or ended so.
    OutboxState state = OutboxState::Queued;                ///< Of Kind::Outbox.
    friend bool operator==(const TimelineEvent &, const TimelineEvent &) = default;
};

/// History, notes and outbox of one alert as one story, oldest first. A note is told once although the history knows it too, and an
/// outbox entry only as long as it is on its way: the history tells how it ended.
std::vector<TimelineEvent> mergeTimeline(
    const std::vector<HistoryEvent> &history, const std::vector<Note> &notes, const std::vector<OutboxEntry> &entries);

/// The timeline of the alert that is shown. Thread: main.
class TimelineModel final : public KeyedTable<TimelineEvent> {
    Q_OBJECT

public:
    using KeyedTable<TimelineEvent>::KeyedTable;

    /// Replaces the events by key.
    void setEvents(const std::vector<TimelineEvent> &events) { replace(events); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const TimelineEvent &event) const override { return event.key; }
};

} // namespace quarterdeck
