#include "app/cli/commands.h"

#include "app/cli/completion.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

void addCompletion(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("completion", "Print the completion of qdeck for a shell");
    command->add_option("shell", arguments.words, "The shell")->required()->expected(1)->transform(oneOf(completionShells()))->type_name("SHELL");
    command->callback([&app, &arguments, &chosen] {
        chosen = [&app, &arguments](CliSession &) {
            print(completionScript(app, QString::fromStdString(arguments.words.front())).chopped(1));
            return exits::Ok;
        };
    });
}

} // namespace quarterdeck
