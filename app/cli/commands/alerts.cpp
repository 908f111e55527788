#include "app/cli/commands.h"

#include "app/cli/alertfilter.h"
#include "app/cli/filterproblem.h"
#include "app/cli/followedalerts.h"
#include "app/cli/jsonitems.h"
#include "app/cli/options.h"
#include "app/cli/quietbook.h"
#include "app/cli/report.h"
#include "app/cli/showalert.h"
#include "app/cli/terminal.h"
#include "app/core/text.h"
#include "app/domain/filtermoments.h"
#include "app/domain/filtersuggestions.h"
#include "app/domain/lastseen.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace quarterdeck {

namespace {

Ink inkOf(const Alert &alert)
{
    if (alert.state != AlertState::Triggered) {
        return Ink::Dim;
    }
    return alert.severity <= Severity::Error ? Ink::Bad : alert.severity == Severity::Warning ? Ink::Warn : Ink::Plain;
}

QString pendingText(Pending pending)
{
    switch (pending) {
    case Pending::None:
        return {};
    case Pending::Queued:
        return QStringLiteral(" (queued)");
    case Pending::Sending:
        return QStringLiteral(" (sending)");
    case Pending::Unknown:
        return QStringLiteral(" (sent, awaiting confirmation)");
    case Pending::Conflict:
        return QStringLiteral(" (conflict)");
    }
    return {};
}

/// Which alerts a list is asked for.
struct Wish {
    const Arguments &arguments;
    AlertFilter filter;
    QString service;
    FilterMoments beside {};

    FilterMoment momentOf(const Alert &alert) const { return beside.of(alert, filter); }
    QByteArray haystackOf(const Alert &alert) const { return filter.needsHaystack() ? AlertFilter::haystackOf(alert) : QByteArray(); }
};

/// All but what the filter says.
bool isWanted(const Alert &alert, const Wish &wish)
{
    const Arguments &arguments = wish.arguments;
    const auto isIn = [](const std::vector<std::string> &list, const QString &value) {
        return list.empty() || std::find(list.begin(), list.end(), value.toStdString()) != list.end();
    };
    return isIn(arguments.sources, alert.key.source) && ((arguments.states.empty() && wish.filter.asksState()) || isInState(alert, arguments.states))
        && (wish.service.isEmpty() || alert.service.compare(wish.service, Qt::CaseInsensitive) == 0);
}

UtcTime lastCompleteAt(const std::vector<SourceStatus> &statuses, const SourceId &source)
{
    const auto at = std::ranges::find(statuses, source, &SourceStatus::id);
    return at == statuses.end() ? UtcTime {} : at->lastOkAt;
}

/// What a list without rows means.
QString emptyText(const Verdict &verdict, const Wish &wish)
{
    switch (verdict.kind) {
    case Verdict::Kind::NothingKnown:
        return verdict.hasSources ? QStringLiteral("No open alerts are known, but no alert source was polled: the current state is unknown.")
                                  : QStringLiteral("No source was polled: the current state is unknown.");
    case Verdict::Kind::NotLive:
        return QStringLiteral("No open alerts are known, but not every source could be polled or has been running for long.");
    case Verdict::Kind::Clear:
        break;
    }
    if (wish.arguments.isCached) {
        return QStringLiteral("No such alert was open when the sources were last polled.");
    }
    const bool isNarrowed = !wish.arguments.states.empty() || !wish.arguments.service.empty() || !wish.filter.isEmpty();
    return isNarrowed ? QStringLiteral("No alerts of this kind.") : QStringLiteral("No open alerts.");
}

QStringList alertsColumns()
{
    return {QStringLiteral("ID"), QStringLiteral("SEVERITY"), QStringLiteral("STATE"), QStringLiteral("SINCE"), QStringLiteral("SERVICE"),
        QStringLiteral("ALERT"), QStringLiteral("SUMMARY")};
}

Table tableOf(const std::vector<const Alert *> &alerts, UtcTime now)
{
    Table table(alertsColumns(), 1);
    for (const Alert *alert : alerts) {
        table.add({alert->key.toString(), severityName(alert->severity), stateWord(*alert) + pendingText(alert->pending),
                      shortAge(now - alert->startsAt), alert->service, alert->title, alert->summary},
            inkOf(*alert), {{1, qint64(alert->severity)}, {3, -alert->startsAt.ms}});
    }
    return table;
}

/// Those that were asked for, the worst first and the latest first among equals.
std::vector<const Alert *> listed(const std::vector<Alert> &alerts, const Wish &wish)
{
    std::vector<const Alert *> found;
    for (const Alert &alert : alerts) {
        if (isWanted(alert, wish) && wish.filter.matches(alert, wish.haystackOf(alert), wish.momentOf(alert))) {
            found.push_back(&alert);
        }
    }
    std::ranges::sort(found, [](const Alert *a, const Alert *b) {
        return a->severity != b->severity ? a->severity < b->severity
            : a->startsAt != b->startsAt  ? a->startsAt > b->startsAt
                                          : a->key.id < b->key.id;
    });
    return found;
}

/// "Without "team:x": 12.": which word of the filter alone leaves nothing; empty where none does.
QString obstaclesText(const std::vector<Alert> &alerts, const Wish &wish)
{
    QMap<int, int> counts;
    for (const Alert &alert : alerts) {
        if (const int term = isWanted(alert, wish) ? wish.filter.loneObstacle(alert, wish.haystackOf(alert), wish.momentOf(alert)) : -1; term >= 0) {
            ++counts[term];
        }
    }
    QStringList sentences;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
        sentences << QStringLiteral("Without %1: %2.").arg(text::plain(wish.filter.termText(at.key()).toString(), 80)).arg(at.value());
    }
    return sentences.join(u' ');
}

int printTerms(CliSession &session)
{
    const auto opened = session.open();
    const auto alerts = opened ? CliSession::wait(session.engine().store().alerts()) : tl::unexpected<Error>(opened.error());
    if (!alerts) {
        return refuse(alerts.error());
    }
    constexpr int MostValues = 50;
    std::vector<const Alert *> all;
    for (const Alert &alert : *alerts) {
        all.push_back(&alert);
    }
    QStringList terms = filterTerms(all, MostValues);
    std::ranges::transform(terms, terms.begin(), [](const QString &term) { return text::plain(term, 400); });
    print(terms.join(u'\n'));
    return exits::Ok;
}

int runAlerts(CliSession &session, const QString &filterText)
{
    const auto filter = AlertFilter::parse(filterText, authorOf(session.arguments()));
    if (!filter) {
        return refuseUsage(filterProblem(filter.error()));
    }
    if (const QString why = whyNoSource(session); !why.isEmpty()) {
        return refuse(Error {ErrorKind::Rejected, why, {}, 0, {}});
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    FollowedAlerts followed(session.engine().store());
    session.refresh();
    const std::vector<SourceStatus> statuses = session.statusesBeforeLists();
    const auto alerts = followed.take();
    if (!alerts) {
        return refuse(alerts.error());
    }
    Wish wish {session.arguments(), *filter, {}};
    wish.beside.now = session.clock().now();
    for (const SourceStatus &status : statuses) {
        if (status.freshness != Freshness::Live) {
            wish.beside.notLive.insert(status.id);
        }
    }
    if (const std::string &typed = session.arguments().service; !typed.empty()) {
        const auto known = knownServices(session, *alerts);
        const auto named = known ? serviceNamed(QString::fromStdString(typed), *known) : tl::unexpected<Error>(known.error());
        if (!named) {
            return known ? refuseUsage(named.error().what) : refuse(named.error());
        }
        wish.service = *named;
    }
    const auto incidents = IncidentBook::read(session, *alerts);
    if (!incidents) {
        return refuse(incidents.error());
    }
    const auto silences = CliSession::wait(session.engine().store().silences());
    const QuietBook quiet(silences ? *silences : std::vector<Silence> {}, *alerts);
    for (const Silence &silence : silences ? *silences : std::vector<Silence> {}) {
        wish.beside.silences.insert(FilterMoments::keyOf(silence.source, silence.id), {silence.startsAt, silence.endsAt});
    }
    const std::vector<const Alert *> shown = listed(*alerts, wish);
    Report report(session, QStringLiteral("alerts"));
    if (!silences) {
        report.failed(QStringLiteral("The silences cannot be read, so it is not shown who silenced the alerts: %1").arg(silences.error().what));
    }
    // Programs that want no order of columns get the rows alone.
    const bool needsTable = session.arguments().form() != Arguments::Form::Json || !session.arguments().sort.empty();
    const Table table = needsTable ? tableOf(shown, session.clock().now()) : Table(alertsColumns(), 1);
    QuietCount count;
    for (const Alert *alert : shown) {
        count.add(*alert, quiet.until(*alert));
        report.add([alert, &statuses, &quiet, &book = *incidents](JsonWriter &json) {
            writeAlert(json, *alert, lastSeen(*alert, lastCompleteAt(statuses, alert->key.source)), quiet.reasons(*alert), book);
        });
    }
    const Verdict verdict = verdictOf(statuses);
    report.say(table, emptyText(verdict, wish));
    if (const QString obstacles = shown.empty() ? obstaclesText(*alerts, wish) : QString(); !obstacles.isEmpty()) {
        report.say(obstacles);
    }
    if (count.all() > 0) {
        const UtcTime now = session.clock().now();
        const QString of = wish.service.isEmpty() ? QString() : QStringLiteral("%1: ").arg(wish.service);
        report.say(of + (session.arguments().states.empty() && filter->isEmpty() ? countSentence(count, now) : shownSentence(count, now)));
    }
    for (const QString &sentence : incidents->sentences(shown)) {
        report.say(sentence);
    }
    report.addVerdict(verdict, statuses);
    return report.finish();
}

/// Whether what stands behind `alerts` is a filter: nothing that can be the id of an alert of a known source.
bool isFilter(CliSession &session)
{
    const std::vector<std::string> &words = session.arguments().words;
    if (!isFilterText(words, {}) || !session.open()) {
        return false;
    }
    QStringList sources;
    for (const SourceStatus &status : session.statuses()) {
        sources << status.id;
    }
    return isFilterText(words, sources);
}

} // namespace

void addAlerts(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("alerts", "List open alerts of every alert source");
    command->add_option("alert", arguments.words, "A filter, as --filter takes it; or all details of these alerts, as qdeck show prints them")
        ->type_name(kinds::Alert);
    command->add_option("--filter", arguments.filter, "Only these, such as 'severity:critical @age>1h -team:x \"text\"'; man qdeck has all words")
        ->type_name(kinds::Filter);
    command->add_flag("--terms", arguments.isTerms, "Print the words that a filter can have, with the values of the known alerts");
    command->add_option("--state", arguments.states, "Only this state; may be given several times. Without it every open alert")
        ->allow_extra_args(false)
        ->transform(oneOf(alertStateWords(), alertStateAliases()))
        ->type_name("STATE");
    command->add_option("--service", arguments.service, "Only alerts of this service")->type_name(kinds::Service);
    addListOptions(*command, arguments, {alertsColumns(), true});
    command->callback([&arguments, &chosen] {
        chosen = [&arguments](CliSession &session) {
            if (arguments.isTerms) {
                return printTerms(session);
            }
            return !arguments.words.empty() && !isFilter(session) ? showAlerts(session) : runAlerts(session, wholeFilter(arguments));
        };
    });
}

} // namespace quarterdeck
