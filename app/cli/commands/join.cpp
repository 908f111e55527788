#include "app/cli/commands.h"

#include "app/cli/alertids.h"
#include "app/cli/delivery.h"
#include "app/cli/options.h"
#include "app/cli/report.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <span>

namespace quarterdeck {

namespace {

int runDecision(CliSession &session, bool areOne)
{
    const std::vector<std::string> &words = session.arguments().words;
    if (words.size() < 2) {
        return refuseUsage(QStringLiteral("Give at least two alerts"));
    }
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    const auto alerts = alertsFor(session, words);
    if (!alerts) {
        return refuse(alerts.error());
    }
    QStringList problems;
    const std::vector<Alert> found = findAlerts(*alerts, words, problems, unreadText(session));
    if (!problems.isEmpty()) {
        return refuse(Error {ErrorKind::NotFound, problems.join(u' '), {}, 0, {}});
    }
    for (std::size_t i = 1; i < found.size(); ++i) {
        const auto before = std::span(found).first(i);
        if (std::ranges::find(before, found[i].key, &Alert::key) != before.end()) {
            return refuseUsage(QStringLiteral("%1 is named twice: name alerts that differ").arg(found[i].key.toString()));
        }
    }
    Report report(session, QStringLiteral("joins"));
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t j = i + 1; j < found.size(); ++j) {
            const JoinDecision decision {found[i].key, found[j].key, areOne, authorOf(session.arguments()), {}};
            if (const auto stored = session.write([&decision](Outbox &outbox) { return outbox.decideJoin(decision); }); !stored) {
                const QString known = mayHaveBeenDone(stored.error()) ? QStringLiteral("It is not known whether this was stored")
                                                                      : QStringLiteral("This was not stored");
                return refuse(Error {stored.error().kind, QStringLiteral("%1. %2").arg(known, stored.error().what), {}, 0, {}});
            }
            const QString one = decision.one.toString();
            const QString other = decision.other.toString();
            report.say(areOne ? QStringLiteral("%1 and %2 count as one incident").arg(one, other)
                              : QStringLiteral("%1 and %2 count as two incidents").arg(one, other));
            report.add([one, other, areOne](JsonWriter &json) {
                json.beginObject().key(u"one").value(one).key(u"other").value(other).key(u"areOne").value(areOne).endObject();
            });
        }
    }
    return report.finish();
}

void addDecision(CLI::App &app, Arguments &arguments, Command &chosen, const char *name, const char *help, bool areOne)
{
    CLI::App *command = app.add_subcommand(name, help);
    command->add_option("alert", arguments.words, "source:id, or an id that only one source has; two or more")->required()->type_name(kinds::Alert);
    command->add_option("--author", arguments.author, "Author name (default: your login name)")->type_name("NAME");
    command->callback([&chosen, areOne] { chosen = [areOne](CliSession &session) { return runDecision(session, areOne); }; });
}

} // namespace

void addJoin(CLI::App &app, Arguments &arguments, Command &chosen)
{
    addDecision(app, arguments, chosen, "join", "Join alerts into one incident", true);
    addDecision(app, arguments, chosen, "part", "Split alerts into separate incidents", false);
}

} // namespace quarterdeck
