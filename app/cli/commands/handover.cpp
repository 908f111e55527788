#include "app/cli/commands.h"

#include "app/cli/answers.h"
#include "app/cli/followedalerts.h"
#include "app/cli/jsonitems.h"
#include "app/cli/oncallanswer.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/domain/handoverdocument.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

constexpr Millis UsualShift {12 * 3'600'000};

void writeAlertOf(JsonWriter &json, QLatin1StringView part, const Alert &alert)
{
    json.beginObject().key(u"part").value(QString(part)).key(u"alert").value(alert.key.toString()).key(u"title").value(alert.title);
    json.key(u"service").value(alert.service).key(u"severity").value(QString(severityName(alert.severity))).key(u"since");
    writeTime(json, alert.startsAt);
}

void addAlertsOf(Report &report, QLatin1StringView part, const std::vector<Alert> &alerts)
{
    for (const Alert &alert : alerts) {
        report.add([part, alert](JsonWriter &json) {
            const Hold by = alert.acknowledgement();
            writeAlertOf(json, part, alert);
            json.key(u"by").value(by.by).key(u"until");
            writeTime(json, by.until);
            json.endObject();
        });
    }
}

/// One item for each line of the document.
void addItems(Report &report, const Handover &handover)
{
    addAlertsOf(report, QLatin1StringView("open"), handover.open);
    addAlertsOf(report, QLatin1StringView("acknowledged"), handover.acknowledged);
    for (const Handover::Returning &one : handover.returning) {
        report.add([one](JsonWriter &json) {
            writeAlertOf(json, QLatin1StringView("returning"), one.alert);
            json.key(u"kind").value(QString(holdKindName(one.reason.kind))).key(u"by").value(one.reason.by).key(u"why").value(one.reason.why);
            json.key(u"until");
            writeTime(json, one.at);
            json.endObject();
        });
    }
    for (const Silence &silence : handover.ending) {
        report.add([silence](JsonWriter &json) {
            json.beginObject().key(u"part").value(QStringLiteral("ending")).key(u"silence").value(silence.source + u':' + silence.id);
            json.key(u"kind").value(QString(holdKindName(silence.kind))).key(u"matchers").value(matchersText(silence.matchers));
            json.key(u"by").value(silence.createdBy).key(u"why").value(commentText(silence.comment)).key(u"until");
            writeTime(json, silence.endsAt);
            json.endObject();
        });
    }
    for (const Handover::Noisy &one : handover.noisy) {
        report.add([one](JsonWriter &json) {
            json.beginObject().key(u"part").value(QStringLiteral("noisy")).key(u"title").value(one.title).key(u"service").value(one.service);
            json.key(u"incidents").value(one.incidents).key(u"unattended").value(one.unattended).endObject();
        });
    }
}

/// Who is on call in the next shift; what is not known of it goes to `doubts`.
std::vector<Duty> dutiesOf(CliSession &session, TimeRange next, QStringList &doubts)
{
    std::vector<Duty> all;
    if (sourcesWith(session, Face::OnCall).isEmpty()) {
        return all;
    }
    const OnCallReply answer = askOnCall(session, next);
    if (!answer) {
        doubts.append(QStringLiteral("Who is on call is not known: %1").arg(answer.error().what));
        return all;
    }
    for (const auto &failure : answer->failures) {
        doubts.append(QStringLiteral("%1: who is on call there is not known or not up to date: %2").arg(failure.source, failure.error.what));
    }
    for (const OnCallPage &page : answer->value) {
        doubts += lackTexts(page);
        for (Duty &duty : dutiesAt(page, next.from, next)) {
            all.push_back(std::move(duty));
        }
    }
    return all;
}

int runHandover(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    const auto shift = rangeOf(arguments, UsualShift, session.clock().now());
    const auto length = durationOf(arguments, UsualShift);
    if (!shift || !length) {
        return refuseUsage(shift ? length.error().what : shift.error().what);
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
    const auto silences = CliSession::wait(session.engine().store().silences());
    const auto incidents = CliSession::wait(session.engine().store().incidents(*shift));
    if (!alerts || !silences || !incidents) {
        return refuse(!alerts ? alerts.error() : !silences ? silences.error() : incidents.error());
    }
    const TimeRange next {shift->to, shift->to + *length};
    Report report(session, QStringLiteral("handover"));
    QStringList doubts;
    for (const SourceStatus &status : statuses) {
        if (status.tellsAlerts() && status.freshness != Freshness::Live) {
            doubts.append(QStringLiteral("%1 is not up to date: %2").arg(status.id, freshnessText(status)));
        }
    }
    const std::vector<Duty> duties = dutiesOf(session, next, doubts);
    const Handover handover = handoverOf(*shift, next, *alerts, *silences, *incidents);
    const QString document = handoverDocument(handover, duties, doubts);
    report.say(document.trimmed());
    addItems(report, handover);
    report.addMember(QStringLiteral("document"), [document](JsonWriter &json) { json.value(document); });
    report.addMember(QStringLiteral("incidents"), [n = handover.incidents](JsonWriter &json) { json.value(n); });
    report.addMember(QStringLiteral("resolved"), [n = handover.resolved](JsonWriter &json) { json.value(n); });
    for (const QString &doubt : doubts) {
        report.failed(doubt);
    }
    report.addVerdict(verdictOf(statuses), statuses);
    return report.finish();
}

} // namespace

void addHandover(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("handover", "Write what the shift that ends leaves to the next one, as Markdown");
    addRangeOptions(*command, arguments);
    command->get_option("--since")->description("The shift that ends: the last 12h (default), 8h, 7d");
    command->add_option("--for", arguments.duration, "How long the next shift is (default: 12h)");
    command->callback([&chosen] { chosen = runHandover; });
}

} // namespace quarterdeck
