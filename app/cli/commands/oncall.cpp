#include "app/cli/commands.h"

#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/oncallanswer.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/nearnames.h"
#include "app/core/text.h"
#include "app/core/timepoint.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <limits>

namespace quarterdeck {

namespace {

constexpr Millis Day {86'400'000};
constexpr std::size_t MostGapsTold = 5;

/// A level of a policy, and who said how it stands.
struct Told {
    SourceId source;
    UtcTime asOf;
    Duty duty;
};

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

void writePerson(JsonWriter &json, const OnCallPerson &person)
{
    json.beginObject().key(u"id").value(person.id).key(u"name").value(person.name).key(u"email").value(person.email);
    json.key(u"zone").value(person.zone).endObject();
}

void addRange(Report &report, TimeRange range)
{
    report.addMember(QStringLiteral("range"), [range](JsonWriter &json) {
        json.beginObject().key(u"from").value(toRfc3339(range.from)).key(u"to").value(toRfc3339(range.to)).endObject();
    });
}

void writePeople(JsonWriter &json, const std::vector<OnCallPerson> &people)
{
    json.beginArray();
    for (const OnCallPerson &person : people) {
        writePerson(json, person);
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

QStringList shiftColumns()
{
    return {QStringLiteral("POLICY"), QStringLiteral("LEVEL"), QStringLiteral("PERSON"), QStringLiteral("FROM"), QStringLiteral("UNTIL"),
        QStringLiteral("SOURCE"), QStringLiteral("SCHEDULE")};
}

/// A shift, and the source and policy that it is of.
struct ToldShift {
    SourceId source;
    QString policy;
    Shift shift;
};

std::vector<ToldShift> shiftsOf(const std::vector<OnCallPage> &pagesOfSources, TimeRange range, const QString &service)
{
    std::vector<ToldShift> all;
    for (const OnCallPage &page : pagesOfSources) {
        for (const Shift &shift : page.shifts) {
            const auto policy = std::ranges::find(page.policies, shift.policy, &OnCallPolicy::id);
            const bool isWanted = service.isEmpty() || (policy != page.policies.end() && pages(*policy, service));
            if (isWanted && shift.from < range.to && (!shift.to.isValid() || shift.to > range.from)) {
                all.push_back({page.source, policy == page.policies.end() ? shift.policy : policy->name, shift});
            }
        }
    }
    return all;
}

Table shiftTable(const std::vector<ToldShift> &all)
{
    Table table(shiftColumns(), 2);
    for (const ToldShift &one : all) {
        const Shift &shift = one.shift;
        table.add(
            {one.policy, QString::number(shift.level), shift.person.name, shift.from.isValid() ? clockText(shift.from) : QStringLiteral("always"),
                shift.to.isValid() ? clockText(shift.to) : QStringLiteral("always"), one.source, shift.schedule},
            Ink::Plain, {{1, shift.level}, {3, shift.from.ms}, {4, shift.to.isValid() ? shift.to.ms : std::numeric_limits<qint64>::max()}});
    }
    return table;
}

void writeShift(JsonWriter &json, const ToldShift &one)
{
    const Shift &shift = one.shift;
    json.beginObject().key(u"source").value(one.source).key(u"policy").value(one.policy).key(u"policyId").value(shift.policy);
    json.key(u"level").value(shift.level).key(u"schedule").value(shift.schedule).key(u"person");
    writePerson(json, shift.person);
    json.key(u"from");
    writeTime(json, shift.from);
    json.key(u"to");
    writeTime(json, shift.to);
    json.endObject();
}

/// What --from and --to ask for: from now on, and for --days, where they say nothing.
Result<TimeRange> shiftRange(const Arguments &arguments, UtcTime now)
{
    Arguments asked = arguments;
    asked.from = asked.from.empty() ? "now" : asked.from;
    const auto from = parseTimePoint(QString::fromStdString(asked.from), now, RangeEnd::From);
    if (!from || !asked.to.empty()) {
        return rangeOf(asked, Day, now);
    }
    return TimeRange {*from, *from + Day * arguments.days};
}

/// Every shift of a range, and when nobody is on call.
int runShifts(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    const auto range = shiftRange(arguments, session.clock().now());
    if (!range) {
        return refuseUsage(range.error().what);
    }
    if (!arguments.sort.empty() && !shiftColumns().contains(QString::fromStdString(arguments.sort).remove(u'-').toUpper())) {
        return refuseUsage(QStringLiteral("Shifts are sorted by one of %1").arg(shiftColumns().join(QStringLiteral(", ")).toLower()));
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const OnCallReply answer = askOnCall(session, *range);
    if (!answer) {
        return refuse(answer.error());
    }
    const QString service = QString::fromStdString(arguments.service);
    const std::vector<Told> duties = toldOf(answer->value, *range, service);
    const std::vector<ToldShift> all = shiftsOf(answer->value, *range, service);
    Report report(session, QStringLiteral("shifts"));
    if (duties.empty() && !service.isEmpty()) {
        report.failed(noPolicyFor(service, answer->value));
    }
    report.say(shiftTable(all), QStringLiteral("No shift is known in this range."));
    for (const ToldShift &one : all) {
        report.add([one](JsonWriter &json) { writeShift(json, one); });
    }
    for (const Told &told : duties) {
        for (const QString &line : gapLines(told)) {
            report.say(inked(line, Ink::Bad));
        }
    }
    addRange(report, *range);
    report.addMember(QStringLiteral("gaps"), [duties](JsonWriter &json) {
        json.beginArray();
        for (const Told &told : duties) {
            for (const TimeRange &gap : told.duty.gaps) {
                json.beginObject().key(u"source").value(told.source).key(u"policy").value(told.duty.policy.name);
                json.key(u"from").value(toRfc3339(gap.from)).key(u"to").value(toRfc3339(gap.to)).endObject();
            }
        }
        json.endArray();
    });
    tellParts(report, *answer);
    return report.finish();
}

int runOnCall(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    if (!arguments.from.empty() || !arguments.to.empty()) {
        return runShifts(session);
    }
    const UtcTime now = session.clock().now();
    const auto at = arguments.at.empty() ? std::optional(now) : parseTimePoint(QString::fromStdString(arguments.at), now, RangeEnd::From);
    if (!at) {
        return refuseUsage(QStringLiteral("--at takes now, an RFC 3339 time, \"2026-11-21 07:00\" or seconds since 1970"));
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const TimeRange range {*at, *at + Day * arguments.days};
    const OnCallReply answer = askOnCall(session, range);
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
    addRange(report, range);
    tellParts(report, *answer);
    return report.finish();
}

} // namespace

void addOnCall(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("oncall", "Show who is on call now and next, and when nobody is");
    command->add_option("--service", arguments.service, "Only who is paged for this service")->type_name(kinds::Service);
    auto *at = command->add_option("--at", arguments.at, "Another time than now: RFC 3339, \"2026-11-21 07:00\" (UTC) or seconds since 1970");
    auto *from = command->add_option("--from", arguments.from, "List the shifts from here on: now, now-7d, RFC 3339, \"2026-11-21 07:00\" (UTC)");
    auto *to = command->add_option("--to", arguments.to, "List the shifts up to here, in the same formats, such as now+14d (default: --days on)");
    at->excludes(from)->excludes(to);
    command->add_option("--days", arguments.days, "Days to look ahead for changes and gaps (default: 14)")->check(CLI::Range(1, 90));
    QStringList sorted = columns() + shiftColumns();
    sorted.removeDuplicates();
    addListOptions(*command, arguments, {sorted, true});
    command->callback([&chosen] { chosen = runOnCall; });
}

} // namespace quarterdeck
