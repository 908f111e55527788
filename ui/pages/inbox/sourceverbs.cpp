#include "ui/pages/inbox/sourceverbs.h"

#include "app/core/text.h"
#include "ui/pages/inbox/actsheet.h"
#include "ui/pages/inbox/alertlist.h"
#include "ui/pages/inbox/extenddialog.h"
#include "ui/pages/inbox/inboxactions.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/waitingacts.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/verbwords.h"

#include <array>

namespace quarterdeck {

namespace {

/// How a verb comes to what it needs.
enum class Asks : quint8 { Nothing, Consent, Time, People, Level, Name, Words };

struct Offer {
    const char *action; ///< In InboxActions.
    Verb verb;
    Asks asks;
};

constexpr std::array Offers {Offer {"unacknowledge", Verb::Unacknowledge, Asks::Nothing}, Offer {"snooze", Verb::Snooze, Asks::Time},
    Offer {"resolve", Verb::Resolve, Asks::Consent}, Offer {"reassign", Verb::Reassign, Asks::People},
    Offer {"escalate", Verb::Escalate, Asks::Level}, Offer {"callHelp", Verb::AddResponder, Asks::People},
    Offer {"callOff", Verb::CancelResponder, Asks::People}, Offer {"merge", Verb::Merge, Asks::Consent},
    Offer {"priority", Verb::SetPriority, Asks::Name}, Offer {"comment", Verb::Note, Asks::Words}, Offer {"checkNow", Verb::CheckNow, Asks::Nothing},
    Offer {"maintain", Verb::Maintain, Asks::Time}};

const Offer &offerOf(Verb verb)
{
    return *std::ranges::find(Offers, verb, &Offer::verb);
}

QStringList peopleOf(const QString &text)
{
    QStringList people;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        people << name.trimmed();
    }
    people.removeAll(QString());
    return people;
}

/// "2h" from now, or a time as it is shown; invalid for anything else.
UtcTime endOf(const QString &text, UtcTime now, const TimeControl &time)
{
    const auto span = parseDuration(text);
    const UtcTime end = span && span->count() > 0 ? now + *span : ExtendDialog::readEnd(text, now, time);
    return end > now ? end : UtcTime {};
}

/// The one that the others become part of: it has gone on for the longest.
const Alert &oldest(const std::vector<Alert> &alerts)
{
    return *std::ranges::min_element(alerts, {}, [](const Alert &alert) { return alert.startsAt.ms; });
}

QString titleOf(const std::vector<Alert> &alerts, Verb verb)
{
    const QString first = text::plain(alerts.front().title, 80);
    return verbwords::order(verb, alerts.size() == 1 ? first : SourceVerbs::tr("%1 and %n more", nullptr, int(alerts.size()) - 1).arg(first));
}

} // namespace

SourceVerbs::SourceVerbs(
    const PageContext &context, InboxFeed &feed, InboxController &controller, InboxActions &actions, AlertList &list, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_feed(feed)
    , m_controller(controller)
    , m_actions(actions)
    , m_page(page)
{
    for (const Offer &offer : Offers) {
        QAction *action = actions.action(QLatin1StringView(offer.action));
        page->addAction(action);
        connect(action, &QAction::triggered, this, [this, verb = offer.verb] { begin(verb); });
    }
    connect(&list, &AlertList::currentRowChanged, this, &SourceVerbs::decide);
    connect(&feed, &InboxFeed::clearanceChanged, this, &SourceVerbs::decide);
    connect(&feed.alerts(), &AlertModel::totalsChanged, this, &SourceVerbs::decide);
    connect(&feed, &InboxFeed::outboxChanged, this, &SourceVerbs::decide);
    decide();
}

std::vector<Alert> SourceVerbs::chosen(Verb verb) const
{
    std::vector<Alert> alerts = m_controller.targets().alerts;
    const QHash<AlertKey, Verb> lastWords = verb == Verb::Unacknowledge ? waitingacts::lastWords(m_feed.outbox()) : QHash<AlertKey, Verb> {};
    std::erase_if(alerts, [this, verb, &lastWords](const Alert &alert) {
        // What is not sent yet can be taken back whatever the source says of the alert.
        const bool isBeingHeld = lastWords.value(alert.key, Verb::Unacknowledge) != Verb::Unacknowledge
            && m_feed.offers().readOnly(alert.key.source) == ReadOnly::No;
        const bool isHeld = alert.state == AlertState::Acknowledged || alert.state == AlertState::Snoozed;
        const bool isAllowed = m_feed.offers().allow(verb, alert) && (verb != Verb::Unacknowledge || isHeld);
        return (verb != Verb::Note && !alert.isOpen()) || !(isAllowed || isBeingHeld);
    });
    if (verb == Verb::Merge
        && (alerts.size() < 2 || std::ranges::any_of(alerts, [&](const Alert &alert) { return alert.key.source != alerts.front().key.source; }))) {
        alerts.clear();
    }
    return alerts;
}

void SourceVerbs::decide()
{
    for (const Offer &offer : Offers) {
        QAction *action = m_actions.action(QLatin1StringView(offer.action));
        action->setVisible(m_feed.offers().isOffered(offer.verb));
        action->setEnabled(action->isVisible() && !chosen(offer.verb).empty());
    }
}

void SourceVerbs::begin(Verb verb)
{
    const std::vector<Alert> alerts = chosen(verb);
    if (alerts.empty()) {
        return;
    }
    const Offer &offer = offerOf(verb);
    switch (offer.asks) {
    case Asks::Nothing:
        m_controller.askIfMany(
            verb, m_actions.action(QLatin1StringView(offer.action))->text(), alerts, [this, verb, alerts] { send(verb, alerts, {}); });
        break;
    case Asks::Consent:
        confirmAndSend(verb, alerts);
        break;
    default:
        askAndSend(verb, alerts);
        break;
    }
}

void SourceVerbs::confirmAndSend(Verb verb, const std::vector<Alert> &alerts)
{
    QStringList titles;
    for (const Alert &alert : alerts) {
        titles << alert.title;
    }
    const int count = int(alerts.size());
    const bool isMerge = verb == Verb::Merge;
    const QString question = isMerge ? tr("Merge %n incident(s) into one?", nullptr, count) : tr("Resolve %n incident(s)?", nullptr, count);
    const QString sentence = isMerge ? tr("%1 remains. This cannot be undone:").arg(text::plain(oldest(alerts).title, 80))
                                     : tr("They will be resolved for everybody and cannot be reopened:");
    auto *dialog = new ConfirmDialog(m_context.theme, question, sentence, titles.join(u'\n'), isMerge ? tr("Merge") : tr("Resolve"), m_page);
    connect(dialog, &QDialog::accepted, this, [this, verb, alerts] { send(verb, alerts, {}); });
    dialog->open();
}

void SourceVerbs::askAndSend(Verb verb, const std::vector<Alert> &alerts)
{
    ActSheet::Request request;
    request.title = titleOf(alerts, verb);
    // The button says what is done; the dots, that something is asked, are over by then.
    request.verb = m_actions.action(QLatin1StringView(offerOf(verb).action))->text().remove(QChar(0x2026)).trimmed();
    const auto plainly = [](const QString &text) { return std::optional(text); };
    switch (offerOf(verb).asks) {
    case Asks::Time:
        request.prompt = tr("How long or until when, such as 2h or 08:00");
        request.typed = QStringLiteral("1h");
        request.meaning = [this, verb](const QString &text) -> std::optional<QString> {
            const UtcTime now = m_context.clock.now();
            const UtcTime end = endOf(text, now, m_context.time);
            const QString words = verb == Verb::Maintain ? tr("The service opens nothing new until %1; what is open goes on")
                                                         : tr("It pages again at %1");
            return end.isValid() ? std::optional(words.arg(inboxwords::moment(end, now, m_context.time))) : std::nullopt;
        };
        break;
    case Asks::People:
        request.prompt = tr("Names or e-mail addresses, comma-separated");
        request.meaning = [](const QString &text) {
            const QStringList people = peopleOf(text);
            return people.isEmpty() ? std::nullopt : std::optional(phrases::list(people));
        };
        break;
    case Asks::Level:
        request.prompt = tr("Which level of the escalation policy, from 1");
        request.typed = QStringLiteral("2");
        request.meaning = [](const QString &text) -> std::optional<QString> {
            bool isNumber = false;
            const int level = text.toInt(&isNumber);
            return isNumber && level > 0 ? std::optional(tr("Level %1").arg(level)) : std::nullopt;
        };
        break;
    case Asks::Name:
        request.prompt = tr("The name of the priority, such as P1");
        request.meaning = plainly;
        break;
    default:
        request.prompt = tr("What everybody should read at the source");
        request.meaning = plainly;
        break;
    }
    auto *sheet = new ActSheet(m_context.theme, std::move(request), m_page);
    connect(sheet, &ActSheet::chosen, this, [this, verb, alerts](const QString &text) { send(verb, alerts, text); });
    sheet->open();
}

void SourceVerbs::send(Verb verb, const std::vector<Alert> &alerts, const QString &text)
{
    std::vector<AlertAction> actions;
    std::vector<AlertAction> again;
    const Alert &stays = oldest(alerts);
    for (const Alert &alert : alerts) {
        if (verb == Verb::Merge && alert.key == stays.key) {
            continue;
        }
        AlertAction action = m_controller.actionFor(verb, alert);
        action.duration = {};
        switch (offerOf(verb).asks) {
        case Asks::Time:
            action.until = endOf(text, m_context.clock.now(), m_context.time);
            break;
        case Asks::People:
            action.people = peopleOf(text);
            break;
        case Asks::Words:
            action.comment = text;
            break;
        default:
            action.subject = verb == Verb::Merge ? stays.key.id : text;
            break;
        }
        if (verb == Verb::Unacknowledge) {
            action.silenceId = alert.acknowledgement().id;
            again.push_back(m_controller.actionFor(Verb::Acknowledge, alert));
            again.back().silenceId = alert.acknowledgement().id;
            again.back().matchers = exactMatchers(alert.labels);
        }
        actions.push_back(std::move(action));
    }
    m_controller.enqueue(std::move(actions), phrases::pair(titleOf(alerts, verb), tr("queued")), std::move(again));
}

} // namespace quarterdeck
