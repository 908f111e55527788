#include "app/cli/commands.h"

#include "app/bootstrap/engine.h"
#include "app/cli/alertfilter.h"
#include "app/cli/answers.h"
#include "app/cli/catalogdoubts.h"
#include "app/cli/jsonitems.h"
#include "app/cli/oncallanswer.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/nearnames.h"
#include "app/core/text.h"
#include "app/library/folderlibrary.h"
#include "app/ownership/facts.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

namespace quarterdeck {

namespace {

QStringList ownershipColumns()
{
    return {QStringLiteral("SERVICE"), QStringLiteral("PASSED"), QStringLiteral("OF"), QStringLiteral("FAILED"), QStringLiteral("OWNER"),
        QStringLiteral("UNKNOWN")};
}

QString namesIn(const ServiceReview &review, CheckState state)
{
    QStringList names;
    for (const CheckResult &result : review.checks) {
        if (result.state == state) {
            names.append(checkName(result.check));
        }
    }
    return names.join(QStringLiteral(", "));
}

void writeReview(JsonWriter &json, const ServiceReview &review)
{
    json.beginObject().key(u"service").value(review.service).key(u"owner").value(review.owner);
    json.key(u"passed").value(review.passed()).key(u"decided").value(review.decided()).key(u"checks").beginArray();
    for (const CheckResult &result : review.checks) {
        json.beginObject().key(u"check").value(QString(checkName(result.check))).key(u"state").value(QString(checkStateName(result.state)));
        json.key(u"evidence");
        writeStrings(json, result.evidence);
        json.key(u"gaps").beginArray();
        for (const TimeRange &gap : result.gaps) {
            json.beginObject().key(u"from").value(toRfc3339(gap.from)).key(u"to").value(toRfc3339(gap.to)).endObject();
        }
        json.endArray().key(u"knownUntil");
        writeTime(json, result.knownUntil);
        json.endObject();
    }
    json.endArray().endObject();
}

/// Everything that the review rests on; what of it is missing goes to the report. Errors: those of the store.
Result<OwnershipFacts> factsOf(CliSession &session, Report &report)
{
    OwnershipFacts facts = factsAt(session.clock().now(), session.arguments().days);
    const std::vector<SourceStatus> statuses = session.statusesBeforeLists();
    report.addStale(statuses);
    addStatuses(facts, statuses);
    const auto services = CliSession::wait(session.engine().store().services());
    const auto alerts = CliSession::wait(session.engine().store().alerts());
    const auto incidents = CliSession::wait(session.engine().store().incidents({UtcTime {0}, facts.now}));
    if (!services || !alerts || !incidents) {
        return tl::unexpected<Error>(!services ? services.error() : !alerts ? alerts.error() : incidents.error());
    }
    facts.services = *services;
    addIncidents(facts, *incidents);
    FolderLibrary &library = session.engine().library();
    library.scanNow();
    addAlerts(facts, *alerts, [&library](const QString &title, const QString &url, const QString &service) {
        return !url.isEmpty() || !library.forAlert(title, {}, service).isEmpty();
    });
    if (!sourcesWith(session, Face::OnCall).isEmpty()) {
        const OnCallReply answer = askOnCall(session, facts.ahead);
        addOnCall(facts, answer);
        if (answer) {
            tellParts(report, *answer);
        } else {
            report.failed(QStringLiteral("Who is on call is not known: %1").arg(answer.error().what));
        }
    }
    return facts;
}

void sayTeams(const std::vector<ServiceReview> &reviews, Report &report)
{
    struct Team {
        QString name;
        int services = 0;
        int passed = 0;
        int decided = 0;
    };
    std::map<QString, Team> teams; // By lower case name.
    for (const ServiceReview &review : reviews) {
        Team &team = teams[review.owner.toLower()];
        team.name = team.name.isEmpty() ? review.owner : team.name;
        team.services += 1;
        team.passed += review.passed();
        team.decided += review.decided();
    }
    Table table({QStringLiteral("TEAM"), QStringLiteral("SERVICES"), QStringLiteral("PASSED"), QStringLiteral("OF")}, 1);
    for (const auto &[key, team] : teams) {
        table.add({team.name.isEmpty() ? QStringLiteral("nobody") : team.name, QString::number(team.services), QString::number(team.passed),
                      QString::number(team.decided)},
            key.isEmpty() ? Ink::Bad : Ink::Plain, {{1, team.services}, {2, team.passed}, {3, team.decided}});
        report.add([team = team](JsonWriter &json) {
            json.beginObject().key(u"team").value(team.name).key(u"services").value(team.services);
            json.key(u"passed").value(team.passed).key(u"decided").value(team.decided).endObject();
        });
    }
    report.say(table, QStringLiteral("No services yet."));
}

void sayReviews(const std::vector<ServiceReview> &reviews, Report &report)
{
    Table table(ownershipColumns(), 2);
    for (const ServiceReview &review : reviews) {
        const QString failed = namesIn(review, CheckState::Fail);
        table.add({review.service, QString::number(review.passed()), QString::number(review.decided()), failed,
                      review.owner.isEmpty() ? QStringLiteral("nobody") : review.owner, namesIn(review, CheckState::Unknown)},
            failed.isEmpty() ? Ink::Plain : Ink::Warn, {{1, review.passed()}, {2, review.decided()}});
        report.add([review](JsonWriter &json) { writeReview(json, review); });
    }
    report.say(table, QStringLiteral("No services yet."));
}

/// Each check with what it rests on.
void sayEvidence(const ServiceReview &review, Report &report)
{
    for (const CheckResult &result : review.checks) {
        QStringList evidence = result.evidence;
        for (const TimeRange &gap : result.gaps) {
            evidence.append(QStringLiteral("nobody from %1 to %2").arg(clockText(gap.from), clockText(gap.to)));
        }
        if (result.knownUntil.isValid()) {
            evidence.append(QStringLiteral("not known after %1").arg(clockText(result.knownUntil)));
        }
        report.say(inked(QStringLiteral("%1%2%3")
                             .arg(QString(checkName(result.check)), -20)
                             .arg(QString(checkStateName(result.state)), -16)
                             .arg(text::plain(evidence.join(QStringLiteral("; ")), 400)),
            result.state == CheckState::Fail ? Ink::Bad : Ink::Plain));
    }
}

/// Leaves those that were asked for; false, with words in the report, where there is no such service or team.
bool narrow(std::vector<ServiceReview> &reviews, const std::vector<Service> &services, const Arguments &arguments, Report &report)
{
    const QString team = QString::fromStdString(arguments.team);
    QStringList teams;
    for (const ServiceReview &review : reviews) {
        if (!review.owner.isEmpty() && !teams.contains(review.owner, Qt::CaseInsensitive)) {
            teams.append(review.owner);
        }
    }
    if (!team.isEmpty() && !teams.contains(team, Qt::CaseInsensitive)) {
        report.failed(QStringLiteral("No service is owned by \"%1\".%2").arg(team, didYouMean(team, teams)));
        return false;
    }
    if (!arguments.service.empty()) {
        const auto named = serviceNamed(QString::fromStdString(arguments.service), services);
        if (!named) {
            report.failed(named.error().what);
            return false;
        }
        std::erase_if(reviews, [&named](const ServiceReview &review) { return review.service != *named; });
    }
    std::erase_if(reviews, [&team](const ServiceReview &review) { return !team.isEmpty() && review.owner.compare(team, Qt::CaseInsensitive) != 0; });
    return true;
}

int runOwnership(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    session.refresh();
    Report report(session, QStringLiteral("ownership"));
    const auto facts = factsOf(session, report);
    if (!facts) {
        return refuse(facts.error());
    }
    std::vector<ServiceReview> reviews = reviewOwnership(*facts);
    tellCatalogs(session, report);
    if (narrow(reviews, facts->services, arguments, report)) {
        if (arguments.isFailsOnly) {
            std::erase_if(reviews, [](const ServiceReview &review) { return review.passed() == review.decided(); });
        }
        if (arguments.by == "team") {
            sayTeams(reviews, report);
        } else {
            sayReviews(reviews, report);
        }
        if (!arguments.service.empty() && reviews.size() == 1) {
            sayEvidence(reviews.front(), report);
        }
        if (!(facts->historyFrom < facts->now)) {
            report.say(QStringLiteral("There is no local history yet: who takes the incidents is not known."));
        } else if (facts->past.from < facts->historyFrom) {
            report.say(QStringLiteral("The local history begins at %1, less than %2 days ago.")
                           .arg(clockText(facts->historyFrom))
                           .arg(OwnershipHistoryDays));
        }
    }
    return report.finish();
}

} // namespace

void addOwnership(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("ownership", "Review who owns what: owners, on-call cover, runbooks, dependencies");
    command->add_option("--service", arguments.service, "Only this service, with the evidence of each check")->type_name(kinds::Service);
    command->add_option("--team", arguments.team, "Only services of this owner")->type_name("TEAM");
    command->add_option("--by", arguments.by, "List by service or by team (default: service)")
        ->transform(oneOf({QStringLiteral("service"), QStringLiteral("team")}));
    command->add_flag("--fails", arguments.isFailsOnly, "Only services with a failed check");
    command->add_option("--days", arguments.days, "Days to look ahead for gaps on call (default: 14)")->check(CLI::Range(1, 90));
    addListOptions(*command, arguments, {ownershipColumns(), false});
    command->callback([&chosen] { chosen = runOwnership; });
}

} // namespace quarterdeck
