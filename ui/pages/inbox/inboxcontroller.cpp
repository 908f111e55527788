#include "ui/pages/inbox/inboxcontroller.h"

#include "app/core/text.h"
#include "app/domain/aim.h"
#include "app/ports/library.h"
#include "app/ports/preferences.h"
#include "models/groupsummary.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/notedialog.h"
#include "ui/pages/inbox/silencedialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/verbwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

namespace quarterdeck {

namespace {

// Longer than this in the outbox, and a person is asked again before it is sent.
constexpr Millis SendWithin {600'000};
constexpr std::size_t MostUndos = 20;
/// What can be taken back after it was sent.
constexpr VerbSet Undoable {Verb::Acknowledge, Verb::Silence, Verb::Snooze};

} // namespace

InboxController::InboxController(const PageContext &context, InboxFeed &feed, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_feed(feed)
    , m_page(page)
{
}

InboxController::~InboxController() = default;

AlertAction InboxController::actionFor(Verb verb, const Alert &alert) const
{
    const PreferenceValues values = m_context.preferences.values();
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    aimAt(action, alert);
    action.duration = Millis(60'000LL * values.acknowledgeMinutes);
    action.author = values.author;
    action.createdAt = m_context.clock.now();
    return action;
}

void InboxController::acknowledge()
{
    Targets targets = this->targets();
    targets.alerts = m_feed.offers().allowed(Verb::Acknowledge, std::move(targets.alerts));
    const std::size_t all = targets.alerts.size();
    const int leftOut = int(this->targets().alerts.size() - all);
    std::erase_if(targets.alerts, [](const Alert &alert) { return !canAcknowledge(alert); });
    if (targets.alerts.empty()) {
        m_context.navigator.toast(all == 0 ? tr("Choose an alert to acknowledge first.")
                                           : tr("Nothing to acknowledge: it is resolved, acknowledged, or already on its way."));
        return;
    }
    const auto &source = targets.alerts.front().key.source;
    const bool isOneSource = std::all_of(
        targets.alerts.begin(), targets.alerts.end(), [&source](const Alert &alert) { return alert.key.source == source; });
    if (targets.isOneGroup && isOneSource && std::ssize(targets.alerts) > ManyAlerts) {
        askForSilence(targets, true);
        return;
    }
    acknowledgeEach(targets.alerts, leftOut);
}

void InboxController::acknowledgeEach(const std::vector<Alert> &alerts, int leftOut)
{
    std::vector<AlertAction> actions;
    for (const Alert &alert : alerts) {
        actions.push_back(actionFor(Verb::Acknowledge, alert));
        actions.back().matchers = exactMatchers(alert.labels);
    }
    const int count = int(alerts.size());
    QStringList told {count == 1 ? tr("Acknowledgement of %1 queued.").arg(text::plain(alerts.front().title, 80))
                                 : tr("%n acknowledgement(s) queued.", nullptr, count)};
    if (leftOut > 0) {
        told << tr("Left out, because they can only be read: %L1").arg(leftOut);
    }
    enqueue(std::move(actions), phrases::sentences(told));
}

void InboxController::silence()
{
    Targets targets = this->targets();
    std::erase_if(targets.alerts, [](const Alert &alert) { return !alert.isOpen(); });
    // The first tells the source; the others are counted as what a silence does not reach.
    std::stable_partition(
        targets.alerts.begin(), targets.alerts.end(), [this](const Alert &alert) { return m_feed.offers().allow(Verb::Silence, alert); });
    if (targets.alerts.empty() || !m_feed.offers().allow(Verb::Silence, targets.alerts.front())) {
        m_context.navigator.toast(tr("Choose an open alert to silence first."));
        return;
    }
    askForSilence(targets, false);
}

void InboxController::askForSilence(const Targets &targets, bool isAcknowledgement)
{
    SilenceDialog::Request request;
    request.source = targets.alerts.front().key.source;
    std::vector<Alert> ofSource = targets.alerts;
    std::erase_if(ofSource, [&request](const Alert &alert) { return alert.key.source != request.source; });
    request.suggested = commonMatchers(ofSource);
    request.wanted = int(ofSource.size());
    request.elsewhere = int(targets.alerts.size() - ofSource.size());
    request.isAcknowledgement = isAcknowledgement;
    request.duration = isAcknowledgement ? Millis(60'000LL * m_context.preferences.values().acknowledgeMinutes) : Millis(7'200'000);
    auto *dialog = new SilenceDialog(m_context, m_feed, request, m_page);
    connect(dialog, &SilenceDialog::chosen, this, [this, ofSource](const SilenceDialog::Choice &choice) {
        AlertAction action = actionFor(Verb::Silence, ofSource.front());
        if (ofSource.size() > 1) {
            // It is about all of them: tied to no single alert, so that one resolving does not stop it.
            action.alert = {};
            action.expectedVersion = 0;
            action.expectedStart = {};
        }
        action.matchers = choice.matchers;
        action.duration = choice.duration;
        action.comment = choice.comment;
        enqueue({action}, tr("Silence for %1 queued; it hides %n alert(s) now.", nullptr, choice.hits).arg(formatDuration(choice.duration)));
    });
    connect(dialog, &SilenceDialog::eachChosen, this, [this, ofSource] { acknowledgeEach(ofSource, 0); });
    dialog->open();
}

void InboxController::expireSilence()
{
    std::vector<AlertAction> actions;
    QStringList lines;
    QSet<QString> seen;
    for (const Alert &alert : m_feed.offers().allowed(Verb::ExpireSilence, targets().alerts)) {
        QStringList ids = alert.silencedBy;
        if (!alert.ackSilence.isEmpty() && !ids.contains(alert.ackSilence)) {
            ids << alert.ackSilence;
        }
        for (const QString &id : std::as_const(ids)) {
            if (seen.contains(alert.key.source + u':' + id)) {
                continue;
            }
            seen.insert(alert.key.source + u':' + id);
            actions.push_back(actionFor(Verb::ExpireSilence, alert));
            actions.back().silenceId = id;
            const Silence *silence = m_feed.silences().find(alert.key.source, id);
            QStringList matchers;
            for (const Matcher &matcher : silence == nullptr ? std::vector<Matcher> {} : silence->matchers) {
                matchers << matcher.toString();
            }
            lines << (silence == nullptr ? id : phrases::list(matchers) + QStringLiteral(" — ") + commentText(silence->comment));
        }
    }
    if (actions.empty()) {
        m_context.navigator.toast(tr("No silence hides this."));
        return;
    }
    const int count = int(actions.size());
    auto *dialog = new ConfirmDialog(m_context.theme, tr("End %n silence(s)?", nullptr, count), tr("What they hide can page again at once:"),
        lines.join(u'\n'), tr("End the silence"), m_page);
    connect(dialog, &QDialog::accepted, this, [this, actions, count] { enqueue(actions, tr("End of %n silence(s) queued.", nullptr, count)); });
    dialog->open();
}

void InboxController::enqueue(std::vector<AlertAction> actions, const QString &sentence)
{
    then(m_context.outbox.enqueue(std::move(actions), SendWithin), this, [this, sentence](const Result<std::vector<OutboxEntry>> &entries) {
        if (!entries) {
            fail(entries.error());
            return;
        }
        emit problem({});
        emit accepted();
        Undo undo;
        for (const OutboxEntry &entry : *entries) {
            undo.actions.push_back(entry.action.id);
        }
        remember(std::move(undo), sentence);
    });
}

void InboxController::remember(Undo undo, const QString &sentence)
{
    m_undos.push_back(undo);
    if (m_undos.size() > MostUndos) {
        m_undos.erase(m_undos.begin());
    }
    m_context.navigator.toast(sentence, [self = QPointer(this), undo] {
        if (self) {
            std::erase_if(self->m_undos, [&undo](const Undo &known) { return known.actions == undo.actions && known.note == undo.note; });
            self->undoThis(undo);
        }
    });
}

void InboxController::undo()
{
    if (m_undos.empty()) {
        m_context.navigator.toast(tr("There is nothing to undo."));
        return;
    }
    const Undo last = m_undos.back();
    m_undos.pop_back();
    undoThis(last);
}

void InboxController::undoThis(const Undo &undo)
{
    if (!undo.note.isNull()) {
        then(m_context.outbox.removeNote(undo.note), this,
            [this](const Result<Done> &done) { done ? m_context.navigator.toast(tr("The note is removed.")) : fail(done.error()); });
    }
    for (const QUuid &action : undo.actions) {
        then(m_context.outbox.withdraw(action), this, [this, action](const Result<Done> &done) {
            if (done) {
                m_context.navigator.toast(tr("Withdrawn before it was sent."));
            } else if (done.error().kind == ErrorKind::Conflict) {
                undoSent(action);
            } else {
                fail(done.error());
            }
        });
    }
}

void InboxController::undoSent(QUuid action)
{
    then(m_context.outbox.entries(), this, [this, action](const Result<std::vector<OutboxEntry>> &entries) {
        if (!entries) {
            fail(entries.error());
            return;
        }
        const auto at = std::find_if(entries->begin(), entries->end(), [action](const OutboxEntry &entry) { return entry.action.id == action; });
        const bool isMade = at != entries->end() && at->state == OutboxState::Confirmed && !at->resultSilence.isEmpty();
        if (!isMade || !Undoable.has(at->action.verb)) {
            m_context.navigator.toast(at != entries->end() && !isFinal(at->state)
                    ? tr("It is being sent and cannot be taken back now. Undo again when it is confirmed.")
                    : tr("It cannot be undone."));
            if (at != entries->end() && !isFinal(at->state)) {
                m_undos.push_back({{action}, {}});
            }
            return;
        }
        AlertAction expiry = at->action;
        expiry.id = QUuid::createUuid();
        expiry.verb = at->action.verb == Verb::Silence ? Verb::ExpireSilence : Verb::Unacknowledge;
        expiry.silenceId = at->resultSilence;
        expiry.matchers.clear();
        expiry.expectedVersion = 0;
        expiry.createdAt = m_context.clock.now();
        then(m_context.outbox.enqueue({expiry}, SendWithin), this, [this](const Result<std::vector<OutboxEntry>> &queued) {
            queued ? m_context.navigator.toast(tr("It was sent already: taking it back is queued.")) : fail(queued.error());
        });
    });
}

void InboxController::fail(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled) {
        emit problem(inboxwords::refusal(error));
    }
}

void InboxController::note()
{
    const Targets targets = this->targets();
    if (targets.alerts.size() != 1) {
        m_context.navigator.toast(tr("A note belongs to one alert: choose it first."));
        return;
    }
    const Alert alert = targets.alerts.front();
    auto *dialog = new NoteDialog(m_context.theme, alert.title, m_page);
    connect(dialog, &NoteDialog::written, this, [this, alert](const QString &words) { storeNote(alert, words); });
    dialog->open();
}

void InboxController::storeNote(const Alert &alert, const QString &words)
{
    const QString title = text::plain(alert.title, 80);
    then(m_context.outbox.addNote(alert.key, m_context.preferences.values().author, words), this, [this, title](const Result<Note> &note) {
        if (!note) {
            fail(note.error());
            return;
        }
        emit problem({});
        remember({{}, note->id}, tr("Note on %1 kept.").arg(title));
    });
}

void InboxController::openRunbook()
{
    const Targets targets = this->targets();
    const Alert *alert = targets.alerts.empty() ? nullptr : &targets.alerts.front();
    if (alert == nullptr) {
        m_context.navigator.toast(tr("Choose an alert first."));
        return;
    }
    const QString id = m_context.library.forAlert(alert->title, alert->runbookUrl, alert->service);
    if (!id.isEmpty()) {
        m_context.navigator.go({QStringLiteral("runbooks"), id, {{QStringLiteral("alert"), alert->key.toString()}}});
    } else if (!alert->runbookUrl.isEmpty()) {
        m_context.navigator.openExternal(alert->runbookUrl);
    } else {
        m_context.navigator.toast(
            tr("There is no runbook for %1. A file of that name in the runbook folder would be one.").arg(text::plain(alert->title, 80)));
    }
}

void InboxController::openSource()
{
    const Targets targets = this->targets();
    if (targets.alerts.empty() || targets.alerts.front().generatorUrl.isEmpty()) {
        m_context.navigator.toast(tr("The source gave no address for this."));
        return;
    }
    m_context.navigator.openExternal(targets.alerts.front().generatorUrl);
}

void InboxController::copy()
{
    QStringList blocks;
    for (const Alert &alert : targets().alerts) {
        blocks << QStringLiteral("%1: %2\n%3\n%4\nquarterdeck://alert/%5")
                      .arg(alert.title, alert.summary, tr("since %1").arg(toRfc3339(alert.startsAt)), alert.labels.toString(), alert.key.toString());
    }
    if (!blocks.isEmpty()) {
        QGuiApplication::clipboard()->setText(blocks.join(QStringLiteral("\n\n")));
        m_context.navigator.toast(tr("%n alert(s) copied.", nullptr, int(blocks.size())));
    }
}

void InboxController::openService()
{
    const Targets targets = this->targets();
    if (targets.alerts.empty() || targets.alerts.front().service.isEmpty()) {
        m_context.navigator.toast(tr("This alert names no service."));
        return;
    }
    m_context.navigator.go(
        {QStringLiteral("services"), targets.alerts.front().service, {{QStringLiteral("alert"), targets.alerts.front().key.toString()}}});
}

void InboxController::resend(QUuid action)
{
    then(m_context.outbox.resend(action), this, [this](const Result<OutboxEntry> &entry) {
        if (!entry) {
            fail(entry.error());
            return;
        }
        emit problem({});
        remember({{entry->action.id}, {}}, tr("%1 queued again.").arg(verbwords::noun(entry->action.verb)));
    });
}

void InboxController::withdraw(QUuid action)
{
    then(m_context.outbox.withdraw(action), this, [this](const Result<Done> &done) {
        if (done) {
            emit problem({});
            m_context.navigator.toast(tr("Dropped: nothing was sent."));
        } else if (done.error().kind == ErrorKind::Conflict) {
            m_context.navigator.toast(tr("It has already been sent."));
        } else {
            fail(done.error());
        }
    });
}

} // namespace quarterdeck
