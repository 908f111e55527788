#include "ui/pages/inbox/inboxcontroller.h"

#include "app/core/text.h"
#include "app/domain/aim.h"
#include "app/domain/overlap.h"
#include "app/ports/library.h"
#include "app/ports/preferences.h"
#include "app/ports/sources.h"
#include "models/groupsummary.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/notedialog.h"
#include "ui/pages/inbox/silencedialog.h"
#include "ui/pages/inbox/waitingacts.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/verbwords.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace quarterdeck {

namespace {

// More than this are never acted on by one press alone.
constexpr std::size_t ManyAtOnce = 20;
constexpr int MostNamed = 12;

/// The titles of the alerts, the most frequent first, with how many each has.
QString titlesOf(const std::vector<Alert> &alerts)
{
    QHash<QString, int> counts;
    for (const Alert &alert : alerts) {
        ++counts[alert.title];
    }
    std::vector<std::pair<int, QString>> sorted;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        sorted.emplace_back(-it.value(), it.key());
    }
    std::sort(sorted.begin(), sorted.end());
    QStringList lines;
    for (const auto &[count, title] : sorted) {
        if (lines.size() == MostNamed) {
            lines << QStringLiteral("…");
            break;
        }
        lines << (count == -1 ? title : QStringLiteral("%1 × %2").arg(-count).arg(title));
    }
    return lines.join(u'\n');
}

/// "Acknowledgement: HighLatency", "Acknowledgement: 35".
QString nameOf(const std::vector<AlertAction> &actions)
{
    const QString what = actions.size() == 1 ? text::plain(actions.front().alertTitle, 80)
                                             : InboxController::tr("%Ln alert(s)", nullptr, int(actions.size()));
    return phrases::pair(verbwords::noun(actions.front().verb), what);
}

/// What a silence hides, and why where it says so.
QString lineOf(const std::vector<Matcher> &matchers, const QString &comment)
{
    QStringList words;
    for (const Matcher &matcher : matchers) {
        words << matcher.toString();
    }
    const QString why = commentText(comment);
    return phrases::list(words) + (why.isEmpty() ? QString() : QStringLiteral(" — ") + why);
}

/// What makes a silence anew that `end` is to end: until the end that it had.
AlertAction madeAnew(const Silence &silence, const AlertAction &end)
{
    AlertAction action = end;
    action.verb = silence.kind == HoldKind::Acknowledgement ? Verb::Acknowledge : Verb::Silence;
    action.matchers = silence.matchers;
    action.until = silence.endsAt;
    action.comment = commentText(silence.comment);
    return action;
}

/// What is sent for a choice: one silence for all that match, or one for each alert.
std::vector<AlertAction> silencesFor(
    const InboxController &controller, const std::vector<Alert> &alerts, bool isByMatchers, const SilenceDialog::Choice &choice)
{
    std::vector<AlertAction> actions;
    for (const Alert &alert : alerts) {
        AlertAction &action = actions.emplace_back(controller.actionFor(Verb::Silence, alert));
        action.matchers = isByMatchers ? choice.matchers : exactMatchers(alert.labels);
        action.duration = choice.duration;
        action.comment = choice.comment;
        if (isByMatchers && alerts.size() > 1) {
            // It is about all of them: tied to no single alert, so that one resolving does not stop it.
            action.alert = {};
            action.expectedStart = {};
            break;
        }
    }
    return actions;
}

} // namespace

InboxController::InboxController(const PageContext &context, InboxFeed &feed, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_feed(feed)
    , m_page(page)
    , m_undo(context, page)
{
    connect(&m_undo, &UndoBook::failed, this, &InboxController::fail);
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
    const QHash<AlertKey, Verb> lastWords = waitingacts::lastWords(m_feed.outbox());
    std::erase_if(targets.alerts, [&lastWords](const Alert &alert) {
        const bool isBeingReleased = lastWords.value(alert.key, Verb::Acknowledge) == Verb::Unacknowledge;
        return !canAcknowledge(alert) && !isBeingReleased;
    });
    if (targets.alerts.empty()) {
        m_context.navigator.toast(
            all == 0 ? tr("Select an alert to acknowledge.") : tr("Nothing to acknowledge: already resolved, acknowledged or being sent."));
        return;
    }
    const auto &source = targets.alerts.front().key.source;
    const bool isOneSource = std::all_of(
        targets.alerts.begin(), targets.alerts.end(), [&source](const Alert &alert) { return alert.key.source == source; });
    if (targets.isOneGroup && isOneSource && std::ssize(targets.alerts) > ManyAlerts && m_feed.offers().silencesByMatchers(source)) {
        askForSilence(targets, true);
        return;
    }
    askIfMany(Verb::Acknowledge, tr("Acknowledge"), targets.alerts, [this, alerts = targets.alerts, leftOut] { acknowledgeEach(alerts, leftOut); });
}

void InboxController::askIfMany(Verb verb, const QString &button, const std::vector<Alert> &alerts, std::function<void()> act)
{
    const ContextInfo context = m_context.sources.context();
    if (alerts.size() <= (context.isMarked ? 1 : ManyAtOnce)) {
        act();
        return;
    }
    const int count = int(alerts.size());
    const QString what = verbwords::order(verb, tr("%Ln alert(s)", nullptr, count));
    const QString where = context.name.isEmpty() ? tr("Each is sent separately:")
                                                 : tr("In the context %1, each separately:").arg(text::plain(context.name, 40));
    auto *dialog = new ConfirmDialog(m_context.theme, what, where, titlesOf(alerts), button, m_page);
    connect(dialog, &QDialog::accepted, this, act);
    dialog->open();
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
        told << tr("Left out, because they are read-only: %L1").arg(leftOut);
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
        m_context.navigator.toast(tr("Select an open alert to silence."));
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
    request.alerts = ofSource;
    request.isByMatchers = m_feed.offers().silencesByMatchers(request.source);
    request.elsewhere = int(targets.alerts.size() - ofSource.size());
    request.isAcknowledgement = isAcknowledgement;
    request.duration = isAcknowledgement ? Millis(60'000LL * m_context.preferences.values().acknowledgeMinutes) : Millis(7'200'000);
    auto *dialog = new SilenceDialog(m_context, m_feed, request, m_page);
    connect(dialog, &SilenceDialog::chosen, this, [this, ofSource, isByMatchers = request.isByMatchers](const SilenceDialog::Choice &choice) {
        enqueue(silencesFor(*this, ofSource, isByMatchers, choice),
            tr("Silence for %1 queued; it will hide %n alert(s).", nullptr, choice.hits).arg(formatDuration(choice.duration)));
    });
    connect(dialog, &SilenceDialog::eachChosen, this, [this, ofSource] { acknowledgeEach(ofSource, 0); });
    dialog->open();
}

void InboxController::expireSilence()
{
    std::vector<AlertAction> actions;
    std::vector<AlertAction> again;
    QStringList lines;
    QSet<QString> seen;
    for (const Alert &alert : m_feed.offers().allowed(Verb::ExpireSilence, targets().alerts)) {
        for (const QString &id : alert.mutes() + QStringList {alert.acknowledgement().id}) {
            if (id.isEmpty() || seen.contains(alert.key.source + u':' + id)) {
                continue;
            }
            seen.insert(alert.key.source + u':' + id);
            actions.push_back(actionFor(Verb::ExpireSilence, alert));
            actions.back().silenceId = id;
            const Silence *silence = m_feed.silences().find(alert.key.source, id);
            if (silence != nullptr) {
                again.push_back(madeAnew(*silence, actions.back()));
            }
            lines << (silence == nullptr ? id : lineOf(silence->matchers, silence->comment));
        }
        for (const OutboxEntry &entry : waitingacts::silences(m_feed.outbox(), alert)) {
            const QString id = entry.action.id.toString();
            if (!seen.contains(id)) {
                seen.insert(id);
                actions.push_back(aimedAtMade(actionFor(Verb::ExpireSilence, alert), entry.action));
                lines << lineOf(entry.action.matchers, entry.action.comment);
            }
        }
    }
    if (actions.empty()) {
        m_context.navigator.toast(tr("This alert is not silenced."));
        return;
    }
    const int count = int(actions.size());
    auto *dialog = new ConfirmDialog(m_context.theme, tr("End %n silence(s)?", nullptr, count),
        count == 1 ? tr("What it hides can page again immediately:") : tr("What they hide can page again immediately:"), lines.join(u'\n'),
        tr("End silence"), m_page);
    connect(dialog, &QDialog::accepted, this,
        [this, actions, again, count] { enqueue(actions, tr("End of %n silence(s) queued.", nullptr, count), again); });
    dialog->open();
}

void InboxController::enqueue(std::vector<AlertAction> actions, const QString &sentence, std::vector<AlertAction> again)
{
    UndoBook::Deed deed {nameOf(actions), {}, {}, std::move(again)};
    then(m_context.outbox.enqueue(std::move(actions), SendWithin), this,
        [this, sentence, deed = std::move(deed)](const Result<std::vector<OutboxEntry>> &entries) mutable {
            if (!entries) {
                fail(entries.error());
                return;
            }
            emit problem({});
            emit accepted();
            if (std::ranges::all_of(*entries, [](const OutboxEntry &entry) { return isFinal(entry.state); })) {
                // What was to be taken back had not been sent.
                m_context.navigator.toast(tr("Discarded: nothing was sent."));
                return;
            }
            for (const OutboxEntry &entry : *entries) {
                deed.actions.push_back(entry.action.id);
            }
            m_undo.remember(std::move(deed), sentence);
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
        m_context.navigator.toast(tr("A note belongs to one alert. Select it first."));
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
        m_undo.remember({phrases::pair(tr("Note"), title), {}, note->id}, tr("Note on %1 saved.").arg(title));
    });
}

void InboxController::openRunbook()
{
    const Targets targets = this->targets();
    const Alert *alert = targets.alerts.empty() ? nullptr : &targets.alerts.front();
    if (alert == nullptr) {
        m_context.navigator.toast(tr("Select an alert first."));
        return;
    }
    const QString id = m_context.library.forAlert(alert->title, alert->runbookUrl, alert->service);
    if (!id.isEmpty()) {
        m_context.navigator.go({QStringLiteral("runbooks"), id, {{QStringLiteral("alert"), alert->key.toString()}}});
    } else if (!alert->runbookUrl.isEmpty()) {
        m_context.navigator.openExternal(alert->runbookUrl);
    } else {
        m_context.navigator.toast(tr("No runbook for %1. Add a file with that name to the runbook folder.").arg(text::plain(alert->title, 80)));
    }
}

void InboxController::openSource()
{
    const Targets targets = this->targets();
    if (targets.alerts.empty() || targets.alerts.front().generatorUrl.isEmpty()) {
        m_context.navigator.toast(tr("The source provides no link for this."));
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
        m_context.navigator.toast(tr("This alert has no service."));
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
        m_undo.remember({nameOf({entry->action}), {entry->action.id}}, tr("%1 queued again.").arg(verbwords::noun(entry->action.verb)));
    });
}

void InboxController::withdraw(QUuid action)
{
    then(m_context.outbox.withdraw(action), this, [this](const Result<Done> &done) {
        if (done) {
            emit problem({});
            m_context.navigator.toast(tr("Discarded: nothing was sent."));
        } else if (done.error().kind == ErrorKind::Conflict) {
            m_context.navigator.toast(tr("Already sent."));
        } else {
            fail(done.error());
        }
    });
}

} // namespace quarterdeck
