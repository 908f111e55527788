#include "app/domain/overlap.h"
#include "ui/pages/inbox/extenddialog.h"
#include "ui/pages/inbox/inboxcontroller.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/waitingacts.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis AnHour {3'600'000};

/// A silence that hides what is chosen, and the alert that showed it.
struct Extensible {
    Alert alert;
    QString silence;
    UtcTime end;                        ///< As it is known here; invalid: not known.
    std::optional<AlertAction> made {}; ///< What makes it and is on its way still: then it has no id.
};

std::vector<Extensible> extensibleOf(const std::vector<Alert> &alerts, const SilenceModel &known, const OutboxModel &outbox)
{
    std::vector<Extensible> found;
    QSet<QString> seen;
    for (const Alert &alert : alerts) {
        const QString taken = alert.acknowledgement().id;
        const QString id = taken.isEmpty() ? alert.mutes().value(0) : taken;
        if (!id.isEmpty() && !seen.contains(alert.key.source + u':' + id)) {
            seen.insert(alert.key.source + u':' + id);
            const Silence *silence = known.find(alert.key.source, id);
            found.push_back({alert, id, silence == nullptr ? UtcTime {} : silence->endsAt});
        }
        for (const OutboxEntry &entry : id.isEmpty() ? waitingacts::silences(outbox, alert) : std::vector<OutboxEntry> {}) {
            if (!seen.contains(entry.action.id.toString())) {
                seen.insert(entry.action.id.toString());
                found.push_back({alert, {}, {}, entry.action});
            }
        }
    }
    return found;
}

} // namespace

void InboxController::extendSilence(bool asks)
{
    const std::vector<Extensible> all = extensibleOf(
        m_feed.offers().allowed(Verb::ExtendSilence, targets().alerts), m_feed.silences(), m_feed.outbox());
    const UtcTime now = m_context.clock.now();
    std::vector<Extensible> running = all;
    std::erase_if(running, [now](const Extensible &one) { return one.end.isValid() && one.end <= now; });
    if (running.empty()) {
        m_context.navigator.toast(
            all.empty() ? tr("No silence to extend.") : tr("That silence has ended. Create a new one instead of extending it."));
        return;
    }
    const int count = int(running.size());
    const auto extend = [this, running, count](Millis by, UtcTime until) {
        std::vector<AlertAction> actions;
        for (const Extensible &one : running) {
            actions.push_back(actionFor(Verb::ExtendSilence, one.alert));
            AlertAction &action = actions.back();
            action = one.made ? aimedAtMade(action, *one.made) : action;
            action.silenceId = one.silence;
            action.duration = by;
            // The end that the person is told, whatever the silence does until it is sent.
            action.until = until.isValid() || !one.end.isValid() ? until : one.end + by;
        }
        const UtcTime end = actions.front().until;
        enqueue(std::move(actions),
            count == 1 && end.isValid() ? tr("Extension queued: now until %1.").arg(inboxwords::moment(end, m_context.clock.now(), m_context.time))
                                        : tr("Extension of %n silence(s) queued.", nullptr, count));
    };
    if (!asks) {
        extend(AnHour, {});
        return;
    }
    auto *dialog = new ExtendDialog(m_context.theme, m_context.clock, m_context.time, {count == 1 ? running.front().end : UtcTime {}, count}, m_page);
    connect(dialog, &ExtendDialog::chosen, this, extend);
    dialog->open();
}

} // namespace quarterdeck
