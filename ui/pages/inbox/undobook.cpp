#include "ui/pages/inbox/undobook.h"

#include "app/core/clock.h"
#include "app/ports/outbox.h"
#include "ui/pages/inbox/inboxcontroller.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/phrases.h"

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr std::size_t MostDeeds = 20;

/// What takes a confirmed act back, where anything does.
std::optional<AlertAction> oppositeOf(const OutboxEntry &entry, const std::vector<AlertAction> &again, UtcTime now)
{
    const AlertAction &done = entry.action;
    AlertAction opposite = done;
    switch (done.verb) {
    case Verb::Acknowledge:
    case Verb::Snooze:
    case Verb::Silence:
    case Verb::Maintain:
        if (entry.resultSilence.isEmpty()) {
            return std::nullopt;
        }
        opposite.verb = done.verb == Verb::Silence || done.verb == Verb::Maintain ? Verb::ExpireSilence : Verb::Unacknowledge;
        opposite.silenceId = entry.resultSilence;
        opposite.matchers.clear();
        break;
    case Verb::ExpireSilence:
    case Verb::Unacknowledge: {
        const auto known = std::ranges::find_if(again,
            [&done](const AlertAction &one) { return one.source == done.source && one.silenceId == done.silenceId && one.alert == done.alert; });
        if (known == again.end() || (known->until.isValid() && known->until <= now)) {
            return std::nullopt;
        }
        opposite = *known;
        opposite.silenceId.clear();
        if (known->verb == Verb::Silence) {
            // It is about what it hid: its alert may be over, or fire anew, by now.
            opposite.expectedStart = {};
        }
        opposite.duration = known->until.isValid() ? known->until - now : known->duration;
        break;
    }
    default:
        return std::nullopt;
    }
    opposite.id = QUuid::createUuid();
    opposite.createdAt = now;
    return opposite;
}

} // namespace

UndoBook::UndoBook(const PageContext &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
{
}

void UndoBook::remember(Deed deed, const QString &sentence)
{
    m_deeds.push_back(deed);
    if (m_deeds.size() > MostDeeds) {
        m_deeds.erase(m_deeds.begin());
    }
    m_isFresh = true;
    m_context.navigator.toast(sentence, [self = QPointer(this), deed = std::move(deed)] {
        if (self) {
            self->m_isFresh = self->m_isFresh && self->m_deeds.back() != deed;
            std::erase(self->m_deeds, deed);
            self->undo(deed);
        }
    });
}

void UndoBook::undoLast()
{
    if (m_deeds.empty()) {
        m_context.navigator.toast(tr("Nothing to undo."));
        return;
    }
    const Deed last = m_deeds.back();
    if (m_isFresh) {
        m_isFresh = false;
        m_deeds.pop_back();
        undo(last);
        return;
    }
    auto *dialog = new ConfirmDialog(
        m_context.theme, tr("Undo an earlier action?"), tr("Your last action is already undone. Before that:"), last.name, tr("Undo"), m_page);
    connect(dialog, &QDialog::accepted, this, [this, last] {
        std::erase(m_deeds, last);
        undo(last);
    });
    dialog->open();
}

void UndoBook::undo(const Deed &deed)
{
    if (!deed.note.isNull()) {
        removeNote(deed);
        return;
    }
    then(m_context.outbox.withdrawAll(deed.actions), this, [this, deed](const Result<std::vector<QUuid>> &withdrawn) {
        if (!withdrawn) {
            emit failed(withdrawn.error());
            return;
        }
        Deed sent = deed;
        std::erase_if(sent.actions, [&withdrawn](const QUuid &action) { return std::ranges::find(*withdrawn, action) != withdrawn->end(); });
        undoSent(std::move(sent), int(withdrawn->size()));
    });
}

void UndoBook::removeNote(const Deed &deed)
{
    then(m_context.outbox.removeNote(deed.note), this, [this, deed](const Result<Done> &done) {
        if (done) {
            tell(deed, {tr("Note removed")});
        } else {
            emit failed(done.error());
        }
    });
}

void UndoBook::undoSent(Deed deed, int withdrawn)
{
    if (deed.actions.empty()) {
        tell(deed, {tr("Discarded before it was sent")});
        return;
    }
    then(m_context.outbox.entries(), this, [this, deed = std::move(deed), withdrawn](const Result<std::vector<OutboxEntry>> &entries) {
        if (!entries) {
            emit failed(entries.error());
            return;
        }
        const QSet<QUuid> wanted(deed.actions.begin(), deed.actions.end());
        std::vector<AlertAction> opposites;
        Deed open = deed;
        open.actions.clear();
        int left = int(deed.actions.size());
        for (const OutboxEntry &entry : *entries) {
            if (!wanted.contains(entry.action.id)) {
                continue;
            }
            const bool isDone = entry.state == OutboxState::Confirmed;
            OutboxEntry done = entry;
            done.resultSilence = standing(entry.resultSilence, *entries);
            if (const auto opposite = isDone ? oppositeOf(done, deed.again, m_context.clock.now()) : std::nullopt) {
                if (entry.action.verb == Verb::ExpireSilence) {
                    m_madeAnew.insert(entry.action.silenceId, opposite->id);
                }
                opposites.push_back(*opposite);
                --left;
            } else if (!isFinal(entry.state)) {
                open.actions.push_back(entry.action.id);
                --left;
            }
        }
        QStringList told;
        if (withdrawn > 0) {
            told << tr("%Ln discarded before it was sent", nullptr, withdrawn);
        }
        if (!opposites.empty()) {
            const int count = int(opposites.size());
            told << (count + withdrawn == 1 ? tr("Already sent: undoing it is queued") : tr("%Ln already sent: undoing is queued", nullptr, count));
        }
        if (!open.actions.empty()) {
            told << tr("Being sent; cannot be cancelled now. Undo again once the source confirms it");
            m_deeds.push_back(open);
            m_isFresh = true;
        }
        if (left > 0) {
            told << tr("%Ln cannot be undone", nullptr, left);
        }
        if (opposites.empty()) {
            tell(deed, told);
            return;
        }
        then(m_context.outbox.enqueue(std::move(opposites), InboxController::SendWithin), this,
            [this, deed, told](const Result<std::vector<OutboxEntry>> &queued) {
                if (queued) {
                    tell(deed, told);
                } else {
                    emit failed(queued.error());
                }
            });
    });
}

QString UndoBook::standing(const QString &silence, const std::vector<OutboxEntry> &entries) const
{
    QString now = silence;
    for (auto anew = m_madeAnew.find(now); anew != m_madeAnew.end(); anew = m_madeAnew.find(now)) {
        const auto entry = std::ranges::find(entries, *anew, [](const OutboxEntry &one) { return one.action.id; });
        now = entry == entries.end() ? QString() : entry->resultSilence;
    }
    return now;
}

void UndoBook::tell(const Deed &deed, const QStringList &told)
{
    m_context.navigator.toast(phrases::pair(deed.name, phrases::sentences(told)));
}

} // namespace quarterdeck
