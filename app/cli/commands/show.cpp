#include "app/cli/commands.h"

#include "app/cli/options.h"
#include "app/cli/showalert.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

void addShow(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("show", "Details of alerts: why they are quiet, notes, timeline");
    command->add_option("alert", arguments.words, "source:fingerprint, or a fingerprint that only one source has")
        ->required()
        ->type_name(kinds::Alert);
    command->callback([&chosen] { chosen = showAlerts; });
}

} // namespace quarterdeck
