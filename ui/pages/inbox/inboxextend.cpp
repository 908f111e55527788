#include "app/core/text.h"
#include "app/domain/overlap.h"
#include "app/domain/quiet.h"
#include "ui/pages/inbox/extenddialog.h"
#include "ui/pages/inbox/inboxcontroller.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/waitingacts.h"
#include "ui/widgets/phrases.h"

#include <QSet>

#include <algorithm>
#include <numeric>

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

QStringList silencesOf(const Alert &alert, const VerbOffers &offers)
{
    return extensible(alert, offers.silencesByMatchers(alert.key.source));
}

std::vector<Extensible> extensibleOf(const std::vector<Alert> &alerts, InboxFeed &feed)
{
    std::vector<Extensible> found;
    QSet<QString> seen;
    for (const Alert &alert : alerts) {
        const QStringList ids = silencesOf(alert, feed.offers());
        for (const QString &id : ids) {
            if (!seen.contains(alert.key.source + u':' + id)) {
                seen.insert(alert.key.source + u':' + id);
                const Silence *silence = feed.silences().find(alert.key.source, id);
                found.push_back({alert, id, silence == nullptr ? UtcTime {} : silence->endsAt});
            }
        }
        for (const OutboxEntry &entry : ids.isEmpty() ? waitingacts::silences(feed.outbox(), alert) : std::vector<OutboxEntry> {}) {
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
    const std::vector<Alert> alerts = m_feed.offers().allowed(Verb::ExtendSilence, targets().alerts);
    std::vector<Extensible> running = extensibleOf(alerts, m_feed);
    const bool hadAny = !running.empty();
    const UtcTime now = m_context.clock.now();
    std::erase_if(running, [now](const Extensible &one) { return one.end.isValid() && one.end <= now; });
    if (running.empty()) {
        m_context.navigator.toast(hadAny ? tr("That silence has ended. Create a new one instead of extending it.") : tr("No silence to extend."));
        return;
    }
    std::vector<ExtendDialog::Silenced> silences;
    for (const Extensible &one : running) {
        QString words = one.made ? tr("Silence, still queued") : text::plain(one.silence, 80);
        for (const QuietReason &reason : quietReasons(one.alert, m_feed.alerts().quietSources())) {
            words = !one.made && reason.id == one.silence ? inboxwords::quietReason(reason, now, m_context.time) : words;
        }
        silences.push_back({alerts.size() == 1 ? words : phrases::pair(text::plain(one.alert.title, 80), words), one.end});
    }
    const auto extend = [this, running = std::move(running)](Millis by, UtcTime until, const std::vector<std::size_t> &which) {
        std::vector<AlertAction> actions;
        for (const std::size_t place : which) {
            const Extensible &one = running[place];
            actions.push_back(actionFor(Verb::ExtendSilence, one.alert));
            AlertAction &action = actions.back();
            action = one.made ? aimedAtMade(action, *one.made) : action;
            action.silenceId = one.silence;
            action.duration = by;
            // The end that the person is told, whatever the silence does until it is sent.
            action.until = until.isValid() || !one.end.isValid() ? until : one.end + by;
        }
        const int count = int(actions.size());
        const UtcTime end = actions.front().until;
        enqueue(std::move(actions),
            count == 1 && end.isValid() ? tr("Extension queued: now until %1.").arg(inboxwords::moment(end, m_context.clock.now(), m_context.time))
                                        : tr("Extension of %n silence(s) queued.", nullptr, count));
    };
    // Where one alert is hidden by several, nobody has said yet which of them is meant.
    const bool isPlain = std::ranges::all_of(alerts, [this](const Alert &alert) { return silencesOf(alert, m_feed.offers()).size() < 2; });
    if (!asks && isPlain) {
        std::vector<std::size_t> each(silences.size());
        std::iota(each.begin(), each.end(), 0);
        extend(AnHour, {}, each);
        return;
    }
    auto *dialog = new ExtendDialog(m_context.theme, m_context.clock, m_context.time, std::move(silences), m_page);
    connect(dialog, &ExtendDialog::chosen, this, extend);
    dialog->open();
}

} // namespace quarterdeck
