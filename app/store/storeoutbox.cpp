#include "app/store/actions.h"
#include "app/store/sendtraces.h"
#include "app/store/storecore.h"
#include "app/store/tables/historytable.h"
#include "app/store/tables/joinstable.h"
#include "app/store/tables/notestable.h"
#include "app/store/tables/outboxtable.h"

namespace quarterdeck {

namespace {
constexpr Millis EndedListed {24LL * 3'600'000};
}

Async<std::vector<OutboxEntry>> Store::enqueue(std::vector<AlertAction> actions, Millis validFor)
{
    return d->act<std::vector<OutboxEntry>>(
        [d = d.get(), actions = std::move(actions), validFor, now = d->clock.now()]() -> Result<std::vector<OutboxEntry>> {
            auto done = enqueueActions(d->databases, actions, validFor, now);
            if (!done) {
                return tl::unexpected(done.error());
            }
            std::vector<OutboxEntry> changed = done->entries;
            changed.insert(changed.end(), done->moved.begin(), done->moved.end());
            d->announcer.announce(d->changeOf(changed), true);
            return std::move(done->entries);
        });
}

Async<Done> Store::withdraw(QUuid action)
{
    return d->act<Done>([d = d.get(), action, now = d->clock.now()]() -> Result<Done> {
        auto entry = withdrawAction(d->state(), action, now);
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        d->announcer.announce(d->changeOf({*entry}), true);
        return Done {};
    });
}

Async<std::vector<QUuid>> Store::withdrawAll(std::vector<QUuid> actions)
{
    return d->act<std::vector<QUuid>>([d = d.get(), actions = std::move(actions), now = d->clock.now()]() -> Result<std::vector<QUuid>> {
        const auto entries = withdrawActions(d->state(), actions, now);
        if (!entries) {
            return tl::unexpected(entries.error());
        }
        d->announcer.announce(d->changeOf(*entries), true);
        std::vector<QUuid> withdrawn;
        for (const OutboxEntry &entry : *entries) {
            withdrawn.push_back(entry.action.id);
        }
        return withdrawn;
    });
}

Async<OutboxEntry> Store::resend(QUuid action)
{
    return d->act<OutboxEntry>([d = d.get(), action, now = d->clock.now()]() -> Result<OutboxEntry> {
        auto entry = resendAction(d->databases, action, now);
        if (entry) {
            d->announcer.announce(d->changeOf({*entry}), true);
        }
        return entry;
    });
}

Async<std::vector<OutboxEntry>> Store::entries()
{
    return d->read<std::vector<OutboxEntry>>(
        [since = d->clock.now() - EndedListed](const ReadView &view) { return OutboxTable(view.state).recent(since); });
}

Async<std::vector<OutboxEntry>> Store::undelivered()
{
    return d->askNow<std::vector<OutboxEntry>>([d = d.get()] { return OutboxTable(d->state()).undelivered(); });
}

Async<Done> Store::settle(QUuid action, OutboxState state, Reason reason, QString silence)
{
    Settlement settlement {action, state, std::move(reason), std::move(silence)};
    return d->act<Done>([d = d.get(), settlement = std::move(settlement), now = d->clock.now()]() -> Result<Done> {
        auto entry = settleAction(d->state(), settlement, now);
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        d->announcer.announce(d->changeOf({*entry}));
        return Done {};
    });
}

Async<std::vector<QUuid>> SendTraces::settle(std::vector<Settlement> settlements)
{
    StoreCore *d = m_store.d.get();
    return d->act<std::vector<QUuid>>([d, settlements = std::move(settlements), now = d->clock.now()]() -> Result<std::vector<QUuid>> {
        const auto entries = settleActions(d->state(), settlements, now);
        if (!entries) {
            return tl::unexpected(entries.error());
        }
        d->announcer.announce(d->changeOf(*entries));
        std::vector<QUuid> moved;
        for (const OutboxEntry &entry : *entries) {
            moved.push_back(entry.action.id);
        }
        return moved;
    });
}

Async<Done> SendTraces::note(std::vector<QUuid> actions, QString target, UtcTime missedAt)
{
    return m_store.d->act<Done>([d = m_store.d.get(), actions = std::move(actions), target = std::move(target), missedAt] {
        return traceActions(d->state(), actions, target, missedAt);
    });
}

Async<Note> Store::addNote(AlertKey alert, QString author, QString text)
{
    Note note {QUuid::createUuid(), std::move(alert), std::move(author), std::move(text), d->clock.now(), {}, false};
    return d->act<Note>([d = d.get(), note = std::move(note)] {
        sqlite::Transaction transaction(d->state());
        NotesTable(d->state()).insert(note);
        HistoryTable(d->state()).insert(note.alert, HistoryEvent::Kind::Note, note.createdAt, note.author, note.text);
        if (transaction.commit()) {
            ChangeSet changes;
            changes.notes = changes.history = true;
            d->announcer.announce(changes, true);
        }
        return note;
    });
}

Async<Done> Store::removeNote(QUuid note)
{
    return d->act<Done>([d = d.get(), note, now = d->clock.now()]() -> Result<Done> {
        sqlite::Transaction transaction(d->state());
        const AlertKey alert = NotesTable(d->state()).remove(note, now);
        if (!alert.isValid() && !d->state().hasFailed()) {
            return fail(ErrorKind::NotFound, QStringLiteral("There is no such note."), note.toString(QUuid::WithoutBraces));
        }
        if (transaction.commit()) {
            ChangeSet changes;
            changes.notes = true;
            d->announcer.announce(changes, true);
        }
        return Done {};
    });
}

Async<Done> Store::decideJoin(JoinDecision decision)
{
    decision.at = d->clock.now();
    return d->act<Done>([d = d.get(), decision = std::move(decision)] {
        sqlite::Transaction transaction(d->state());
        JoinsTable(d->state()).insert(decision);
        if (transaction.commit()) {
            ChangeSet changes;
            changes.joins = true;
            d->announcer.announce(changes, true);
        }
        return Done {};
    });
}

} // namespace quarterdeck
