#pragma once

#include "app/core/clock.h"
#include "app/domain/overlap.h"
#include "app/ports/outbox.h"
#include "tests/support/fakeanswers.h"
#include "tests/support/fakereader.h"

#include <algorithm>

namespace quarterdeck {

/// An outbox that keeps what it was given. With a reader it marks the alerts pending, as the store does.
class FakeOutbox final : public Outbox {
public:
    explicit FakeOutbox(const Clock &clock, FakeReader *reader = nullptr)
        : m_clock(clock)
        , m_reader(reader)
    {
    }
    std::vector<OutboxEntry> entryList;             ///< Newest first.
    std::vector<std::vector<AlertAction>> enqueued; ///< One element per call that was accepted.
    std::vector<Millis> validity;                   ///< validFor of each of them.
    std::vector<QUuid> withdrawn;
    std::vector<QUuid> resent;
    std::vector<Note> noteList;
    std::vector<QUuid> removedNotes;
    FakeAnswers answers;

    Async<std::vector<OutboxEntry>> enqueue(std::vector<AlertAction> actions, Millis validFor) override
    {
        if (answers.failure) {
            return answers.answer<std::vector<OutboxEntry>>({});
        }
        std::vector<OutboxEntry> made;
        ChangeSet changes;
        for (AlertAction &action : actions) {
            if (action.id.isNull()) {
                action.id = QUuid::createUuid();
            }
            const UtcTime now = m_clock.now();
            const bool isLeft = !takeBack(action) || !onlyUndoes(action);
            made.push_back(OutboxEntry {action, isLeft ? OutboxState::Queued : OutboxState::Superseded, now + validFor, 0, now, {}, {}});
            entryList.insert(entryList.begin(), made.back());
            markPending(action.alert, isLeft ? Pending::Queued : Pending::None, changes);
        }
        enqueued.push_back(actions);
        validity.push_back(validFor);
        tell(changes);
        return answers.answer<std::vector<OutboxEntry>>(std::move(made));
    }
    Async<Done> withdraw(QUuid action) override
    {
        OutboxEntry *entry = find(action);
        if (entry == nullptr || entry->state != OutboxState::Queued) {
            return answers.answer<Done>(fail(ErrorKind::Conflict, QStringLiteral("Already sent")));
        }
        if (!answers.failure) {
            ChangeSet changes;
            entry->state = OutboxState::Withdrawn;
            withdrawn.push_back(action);
            markPending(entry->action.alert, Pending::None, changes);
            tell(changes);
        }
        return answers.answer<Done>(Done {});
    }
    Async<std::vector<QUuid>> withdrawAll(std::vector<QUuid> actions) override
    {
        ChangeSet changes;
        std::vector<QUuid> taken;
        for (const QUuid &action : answers.failure ? std::vector<QUuid> {} : actions) {
            OutboxEntry *entry = find(action);
            if (entry != nullptr && entry->state == OutboxState::Queued) {
                entry->state = OutboxState::Withdrawn;
                taken.push_back(action);
                markPending(entry->action.alert, Pending::None, changes);
            }
        }
        withdrawn.insert(withdrawn.end(), taken.begin(), taken.end());
        tell(changes);
        return answers.answer<std::vector<QUuid>>(std::move(taken));
    }
    Async<OutboxEntry> resend(QUuid action) override
    {
        OutboxEntry *entry = find(action);
        if (entry == nullptr) {
            return answers.answer<OutboxEntry>(fail(ErrorKind::NotFound, QStringLiteral("There is no such action")));
        }
        OutboxEntry again = *entry;
        again.action.id = QUuid::createUuid();
        again.state = OutboxState::Queued;
        if (!answers.failure) {
            entry->state = OutboxState::Superseded;
            resent.push_back(action);
            entryList.insert(entryList.begin(), again);
            tell({});
        }
        return answers.answer<OutboxEntry>(again);
    }
    Async<std::vector<OutboxEntry>> entries() override { return answers.answer<std::vector<OutboxEntry>>(entryList); }
    Async<Note> addNote(AlertKey alert, QString author, QString text) override
    {
        const Note note {QUuid::createUuid(), alert, author, text, m_clock.now(), {}, false};
        if (!answers.failure) {
            noteList.push_back(note);
            if (m_reader != nullptr) {
                m_reader->notesOf[alert].push_back(note);
            }
            tellNotes();
        }
        return answers.answer<Note>(note);
    }
    Async<Done> removeNote(QUuid note) override
    {
        if (!answers.failure) {
            removedNotes.push_back(note);
            if (m_reader != nullptr) {
                for (auto &notes : m_reader->notesOf) {
                    std::erase_if(notes, [note](const Note &n) { return n.id == note; });
                }
            }
            tellNotes();
        }
        return answers.answer<Done>(Done {});
    }

    Async<Done> decideJoin(JoinDecision decision) override
    {
        decision.at = m_clock.now();
        if (!answers.failure && m_reader != nullptr) {
            m_reader->joinList.push_back(decision);
            ChangeSet changes;
            changes.joins = true;
            m_reader->announce(changes);
        }
        return answers.answer<Done>(Done {});
    }

    /// Moves an entry on, as the courier does.
    void settle(QUuid action, OutboxState state, const Reason &reason = {}, const QString &silence = {})
    {
        if (OutboxEntry *entry = find(action)) {
            ChangeSet changes;
            entry->state = state;
            entry->reason = reason;
            entry->resultSilence = silence;
            entry->changedAt = m_clock.now();
            markPending(entry->action.alert,
                state == OutboxState::Conflict      ? Pending::Conflict
                    : state == OutboxState::Sending ? Pending::Sending
                    : state == OutboxState::Unknown ? Pending::Unknown
                                                    : Pending::None,
                changes);
            tell(changes);
        }
    }
    OutboxEntry *find(QUuid action)
    {
        const auto at = std::find_if(entryList.begin(), entryList.end(), [action](const OutboxEntry &e) { return e.action.id == action; });
        return at == entryList.end() ? nullptr : &*at;
    }

private:
    /// Withdraws what is queued and would be undone by an act; true where anything was.
    bool takeBack(const AlertAction &action)
    {
        bool isAny = false;
        for (OutboxEntry &entry : entryList) {
            if (entry.state == OutboxState::Queued && overlapOf(action, entry.action) == Overlap::Undoes) {
                entry.state = OutboxState::Withdrawn;
                withdrawn.push_back(entry.action.id);
                isAny = true;
            }
        }
        return isAny;
    }
    void markPending(const AlertKey &key, Pending pending, ChangeSet &changes)
    {
        if (m_reader == nullptr || !key.isValid()) {
            return;
        }
        for (Alert &alert : m_reader->alertList) {
            if (alert.key == key) {
                alert.pending = pending;
                changes.changedAlerts.push_back(alert);
            }
        }
    }
    void tell(ChangeSet changes)
    {
        if (m_reader != nullptr) {
            changes.outbox = true;
            m_reader->announce(changes);
        }
    }
    void tellNotes()
    {
        if (m_reader != nullptr) {
            ChangeSet changes;
            changes.notes = true;
            m_reader->announce(changes);
        }
    }
    const Clock &m_clock;
    FakeReader *m_reader;
};

} // namespace quarterdeck
