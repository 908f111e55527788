#pragma once

#include "app/ports/reader.h"
#include "tests/support/fakeanswers.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck {

/// What is stored, as plain lists.
class FakeReader final : public Reader {
public:
    using Reader::Reader;
    std::vector<Alert> alertList;
    std::vector<Silence> silenceList;
    std::vector<Service> serviceList;
    QHash<AlertKey, std::vector<HistoryEvent>> historyOf;
    QHash<AlertKey, std::vector<Note>> notesOf;
    std::vector<Incident> incidentList;
    std::vector<JoinDecision> joinList;
    FakeAnswers answers;
    int historyReads = 0;

    Async<std::vector<Alert>> alerts(CancelToken cancel = {}) override { return answers.answer<std::vector<Alert>>(alertList, cancel); }
    Async<std::vector<Silence>> silences(CancelToken cancel = {}) override { return answers.answer<std::vector<Silence>>(silenceList, cancel); }
    Async<std::vector<Service>> services(CancelToken cancel = {}) override { return answers.answer<std::vector<Service>>(serviceList, cancel); }
    Async<std::vector<HistoryEvent>> history(AlertKey alert, CancelToken cancel = {}) override
    {
        ++historyReads;
        return answers.answer<std::vector<HistoryEvent>>(historyOf.value(alert), cancel);
    }
    Async<std::vector<Note>> notes(AlertKey alert, CancelToken cancel = {}) override
    {
        return answers.answer<std::vector<Note>>(notesOf.value(alert), cancel);
    }
    /// Those created in the range or reaching into it.
    Async<std::vector<Incident>> incidents(TimeRange range, CancelToken cancel = {}) override
    {
        std::vector<Incident> found;
        std::copy_if(incidentList.begin(), incidentList.end(), std::back_inserter(found),
            [&range](const Incident &i) { return i.created < range.to && (i.created >= range.from || i.resolved.value_or(range.to) > range.from); });
        return answers.answer<std::vector<Incident>>(std::move(found), cancel);
    }

    Async<std::vector<JoinDecision>> joins(CancelToken cancel = {}) override { return answers.answer<std::vector<JoinDecision>>(joinList, cancel); }

    /// Takes over the change and tells everybody, as the store does after a transaction.
    void apply(const ChangeSet &changes)
    {
        for (const Alert &alert : changes.changedAlerts) {
            const auto at = std::find_if(alertList.begin(), alertList.end(), [&](const Alert &a) { return a.key == alert.key; });
            if (at != alertList.end()) {
                *at = alert;
            } else {
                alertList.push_back(alert);
            }
        }
        for (const AlertKey &key : changes.removedAlerts) {
            std::erase_if(alertList, [&key](const Alert &a) { return a.key == key; });
        }
        emit changed(changes);
    }
    /// Tells everybody without touching the lists.
    void announce(const ChangeSet &changes) { emit changed(changes); }
};

} // namespace quarterdeck
