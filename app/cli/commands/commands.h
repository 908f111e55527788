#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace quarterdeck {

struct Arguments;
class Session;

/// The command that was typed, to be run once everything is parsed. Returns the exit code.
using Command = std::function<int(Session &)>;

/// Each adds one command to the parser; when typed it fills `arguments` and sets `chosen`.
void addSources(CLI::App &app, Arguments &arguments, Command &chosen);
void addSync(CLI::App &app, Arguments &arguments, Command &chosen);
void addAlerts(CLI::App &app, Arguments &arguments, Command &chosen);
void addAck(CLI::App &app, Arguments &arguments, Command &chosen);
void addSilence(CLI::App &app, Arguments &arguments, Command &chosen);
void addUnsilence(CLI::App &app, Arguments &arguments, Command &chosen);
void addNote(CLI::App &app, Arguments &arguments, Command &chosen);
void addOutbox(CLI::App &app, Arguments &arguments, Command &chosen);
void addServices(CLI::App &app, Arguments &arguments, Command &chosen);
void addService(CLI::App &app, Arguments &arguments, Command &chosen);
void addLogs(CLI::App &app, Arguments &arguments, Command &chosen);
void addMetrics(CLI::App &app, Arguments &arguments, Command &chosen);
void addRunbook(CLI::App &app, Arguments &arguments, Command &chosen);
void addKpi(CLI::App &app, Arguments &arguments, Command &chosen);
void addConfig(CLI::App &app, Arguments &arguments, Command &chosen);
void addDoctor(CLI::App &app, Arguments &arguments, Command &chosen);
void addInfo(CLI::App &app, Arguments &arguments, Command &chosen);

} // namespace quarterdeck
