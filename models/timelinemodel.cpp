#include "models/timelinemodel.h"

#include "models/roles.h"

namespace quarterdeck {

std::vector<TimelineEvent> mergeTimeline(
    const std::vector<HistoryEvent> &history, const std::vector<Note> &notes, const std::vector<OutboxEntry> &entries)
{
    std::vector<TimelineEvent> events;
    for (const HistoryEvent &event : history) {
        if (event.kind == HistoryEvent::Kind::Note) {
            continue;
        }
        TimelineEvent line;
        line.key = QStringLiteral("h%1").arg(event.id);
        line.at = event.at;
        line.who = event.who;
        line.text = event.detail;
        line.history = event.kind;
        line.verb = event.verb;
        line.reason = event.reason;
        events.push_back(line);
    }
    for (const Note &note : notes) {
        if (note.isDeleted) {
            continue;
        }
        TimelineEvent line;
        line.kind = TimelineEvent::Kind::Note;
        line.key = QStringLiteral("n") + note.id.toString(QUuid::WithoutBraces);
        line.at = note.createdAt;
        line.who = note.author;
        line.text = note.text;
        events.push_back(line);
    }
    for (const OutboxEntry &entry : entries) {
        if (isFinal(entry.state) && entry.state != OutboxState::Expired && entry.state != OutboxState::Rejected) {
            continue;
        }
        TimelineEvent line;
        line.kind = TimelineEvent::Kind::Outbox;
        line.key = QStringLiteral("o") + entry.action.id.toString(QUuid::WithoutBraces);
        line.at = entry.action.createdAt;
        line.who = entry.action.author;
        line.reason = entry.reason;
        line.verb = entry.action.verb;
        line.state = entry.state;
        events.push_back(line);
    }
    std::stable_sort(events.begin(), events.end(), [](const TimelineEvent &a, const TimelineEvent &b) { return a.at < b.at; });
    return events;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    const TimelineEvent *event = rowAt(index.row());
    if (event == nullptr || index.column() != 0) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return event->text;
    case KeyRole:
        return event->key;
    case TimeRole:
        return event->at.ms;
    case OwnerRole:
        return event->who;
    default:
        return {};
    }
}

} // namespace quarterdeck
