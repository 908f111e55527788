#include "app/cli/commands.h"

#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/nearnames.h"
#include "app/core/text.h"
#include "app/core/timepoint.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

constexpr Millis Day {86'400'000};
constexpr Millis Patience {90'000};
constexpr std::size_t MostGapsTold = 5;

using OnCallReply = Result<Dated<std::vector<OnCallPage>>>;

/// A level of a policy, and who said how it stands.
struct Told {
    SourceId source;
    UtcTime asOf;
    Duty duty;
};

OnCallReply ask(CliSession &session, TimeRange range)
{
    if (!session.arguments().isCached) {
        return CliSession::wait(session.engine().sync().onCall(range), Patience);
    }
    auto found = fromCache<OnCallPage>(sourcesWith(session, Face::OnCall),
        [&](const QString &source) { return CliSession::wait(session.engine().store().cachedOnCall(source, range), Patience); });
    if (!found) {
        return tl::unexpected(found.error());
    }
    const Dated<OnCallPage> &about = found->about;
    return Dated<std::vector<OnCallPage>> {
        std::move(found->values), about.asOf, about.isLive, about.error, about.warnings, about.failures, about.asked, about.warnedBy};
}

QStringList columns()
{
    return {QStringLiteral("POLICY"), QStringLiteral("LEVEL"), QStringLiteral("NOW"), QStringLiteral("UNTIL"), QStringLiteral("NEXT"),
        QStringLiteral("SOURCE"), QStringLiteral("SCHEDULE"), QStringLiteral("SERVICES")};
}

/// Nobody is only said where it is known.
QString namesOf(const std::vector<OnCallPerson> &people, bool isKnown)
{
    QStringList names;
    for (const OnCallPerson &person : people) {
        names.append(person.name);
    }
    return !names.isEmpty() ? names.join(QStringLiteral(", ")) : isKnown ? QStringLiteral("nobody") : QStringLiteral("not known");
}

QString untilText(const Duty &duty)
{
    if (!duty.isKnown) {
        return QStringLiteral("-");
    }
    if (duty.until.isValid()) {
        return clockText(duty.until);
    }
    return duty.isForEver ? QStringLiteral("always") : QStringLiteral("not before ") + clockText(duty.knownUntil);
}

Table tableOf(const std::vector<Told> &all)
{
    Table table(columns(), 2);
    for (const Told &one : all) {
        const Duty &duty = one.duty;
        const bool isChanging = duty.isKnown && duty.until.isValid();
        const Ink ink = !duty.isKnown ? Ink::Warn : duty.now.empty() && duty.level == 1 ? Ink::Bad : Ink::Plain;
        table.add({duty.policy.name, QString::number(duty.level), namesOf(duty.now, duty.isKnown), untilText(duty),
                      isChanging ? namesOf(duty.next, duty.isWhole) : QStringLiteral("-"), one.source, duty.schedules.join(QStringLiteral(", ")),
                      duty.policy.services.join(QStringLiteral(", "))},
            ink, {{1, duty.level}, {3, duty.until.isValid() ? duty.until.ms : duty.knownUntil.ms}});
    }
    return table;
}

QStringList gapLines(const Told &told)
{
    QStringList lines;
    for (const TimeRange &gap : told.duty.gaps) {
        if (std::size_t(lines.size()) == MostGapsTold) {
            lines.append(QStringLiteral("%1 (%2): and %3 more gaps")
                             .arg(text::plain(told.duty.policy.name), text::plain(told.source))
                             .arg(told.duty.gaps.size() - MostGapsTold));
            break;
        }
        lines.append(QStringLiteral("%1 (%2): nobody on level 1 from %3 to %4")
                         .arg(text::plain(told.duty.policy.name), text::plain(told.source), clockText(gap.from), clockText(gap.to)));
    }
    return lines;
}

void writePeople(JsonWriter &json, const std::vector<OnCallPerson> &people)
{
    json.beginArray();
    for (const OnCallPerson &person : people) {
        json.beginObject().key(u"id").value(person.id).key(u"name").value(person.name).key(u"email").value(person.email);
        json.key(u"zone").value(person.zone).endObject();
    }
    json.endArray();
}

void writeTold(JsonWriter &json, const Told &told)
{
    const Duty &duty = told.duty;
    json.beginObject().key(u"source").value(told.source).key(u"asOf");
    writeTime(json, told.asOf);
    json.key(u"policy").value(duty.policy.name).key(u"policyId").value(duty.policy.id).key(u"services");
    writeStrings(json, duty.policy.services);
    json.key(u"level").value(duty.level).key(u"isKnown").value(duty.isKnown).key(u"isWhole").value(duty.isWhole).key(u"now");
    writePeople(json, duty.now);
    json.key(u"schedules");
    writeStrings(json, duty.schedules);
    json.key(u"until");
    writeTime(json, duty.until);
    json.key(u"isForEver").value(duty.isForEver).key(u"next");
    writePeople(json, duty.next);
    json.key(u"knownUntil");
    writeTime(json, duty.knownUntil);
    json.key(u"gaps").beginArray();
    for (const TimeRange &gap : duty.gaps) {
        json.beginObject().key(u"from").value(toRfc3339(gap.from)).key(u"to").value(toRfc3339(gap.to)).endObject();
    }
    json.endArray().endObject();
}

/// Those of the pages that page for `service`, or all where it is empty.
std::vector<Told> toldOf(const std::vector<OnCallPage> &pagesOfSources, TimeRange range, const QString &service)
{
    std::vector<Told> all;
    for (const OnCallPage &page : pagesOfSources) {
        for (Duty &duty : dutiesAt(page, range.from, range)) {
            if (service.isEmpty() || pages(duty.policy, service)) {
                all.push_back({page.source, page.asOf, std::move(duty)});
            }
        }
    }
    return all;
}

QString noPolicyFor(const QString &service, const std::vector<OnCallPage> &pagesOfSources)
{
    QStringList known;
    for (const OnCallPage &page : pagesOfSources) {
        for (const OnCallPolicy &policy : page.policies) {
            known += policy.services;
        }
    }
    known.removeDuplicates();
    return QStringLiteral("No known escalation policy covers the service \"%1\".%2").arg(service, didYouMean(service, known));
}

int runOnCall(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    const UtcTime now = session.clock().now();
    const auto at = arguments.at.empty() ? std::optional(now) : parseTimePoint(QString::fromStdString(arguments.at), now, RangeEnd::From);
    if (!at) {
        return refuseUsage(QStringLiteral("--at takes now, an RFC 3339 time, \"2026-11-21 07:00\" or seconds since 1970"));
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const TimeRange range {*at, *at + Day * arguments.days};
    const OnCallReply answer = ask(session, range);
    if (!answer) {
        return refuse(answer.error());
    }
    const QString service = QString::fromStdString(arguments.service);
    const std::vector<Told> all = toldOf(answer->value, range, service);
    Report report(session, QStringLiteral("oncall"));
    if (all.empty() && !service.isEmpty()) {
        report.failed(noPolicyFor(service, answer->value));
    }
    report.say(tableOf(all), QStringLiteral("No escalation policies are known."));
    for (const Told &told : all) {
        report.add([told](JsonWriter &json) { writeTold(json, told); });
        for (const QString &line : gapLines(told)) {
            report.say(inked(line, Ink::Bad));
        }
    }
    report.addMember(QStringLiteral("range"), [range](JsonWriter &json) {
        json.beginObject().key(u"from").value(toRfc3339(range.from)).key(u"to").value(toRfc3339(range.to)).endObject();
    });
    tellParts(report, *answer);
    return report.finish();
}

} // namespace

void addOnCall(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("oncall", "Show who is on call now and next, and when nobody is");
    command->add_option("--service", arguments.service, "Only who is paged for this service")->type_name(kinds::Service);
    command->add_option("--at", arguments.at, "Another time than now: RFC 3339, \"2026-11-21 07:00\" (UTC) or seconds since 1970");
    command->add_option("--days", arguments.days, "Days to look ahead for changes and gaps (default: 14)")->check(CLI::Range(1, 90));
    addListOptions(*command, arguments, {columns(), true});
    command->callback([&chosen] { chosen = runOnCall; });
}

} // namespace quarterdeck
