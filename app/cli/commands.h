#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace quarterdeck {

struct Arguments;
class CliSession;

/// The command that was typed, to be run once everything is parsed. Returns the exit code.
using Command = std::function<int(CliSession &)>;

/// Adds `sources` to the parser; when typed it fills `arguments` and sets `chosen`.
void addSources(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `sync` to the parser; when typed it fills `arguments` and sets `chosen`.
void addSync(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `alerts` to the parser; when typed it fills `arguments` and sets `chosen`.
void addAlerts(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `show` to the parser; when typed it fills `arguments` and sets `chosen`.
void addShow(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `ack` to the parser; when typed it fills `arguments` and sets `chosen`.
void addAck(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `unack`, `snooze`, `resolve`, `reassign`, `escalate`, `call`, `merge`, `priority`, `comment` and `check` to the parser; when one is
/// typed it fills `arguments` and sets `chosen`.
void addActs(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `join` and `part` to the parser; when one is typed it fills `arguments` and sets `chosen`.
void addJoin(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `silence` to the parser; when typed it fills `arguments` and sets `chosen`.
void addSilence(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `unsilence` to the parser; when typed it fills `arguments` and sets `chosen`.
void addUnsilence(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `extend` to the parser; when typed it fills `arguments` and sets `chosen`.
void addExtend(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `silences` to the parser; when typed it fills `arguments` and sets `chosen`.
void addSilences(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `note` to the parser; when typed it fills `arguments` and sets `chosen`.
void addNote(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `outbox` to the parser; when typed it fills `arguments` and sets `chosen`.
void addOutbox(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `services` to the parser; when typed it fills `arguments` and sets `chosen`.
void addServices(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `service` to the parser; when typed it fills `arguments` and sets `chosen`.
void addService(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `logs` to the parser; when typed it fills `arguments` and sets `chosen`.
void addLogs(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `metrics` to the parser; when typed it fills `arguments` and sets `chosen`.
void addMetrics(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `oncall` to the parser; when typed it fills `arguments` and sets `chosen`.
void addOnCall(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `ownership` to the parser; when typed it fills `arguments` and sets `chosen`.
void addOwnership(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `handover` to the parser; when typed it fills `arguments` and sets `chosen`.
void addHandover(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `runbook` to the parser; when typed it fills `arguments` and sets `chosen`.
void addRunbook(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `kpi` to the parser; when typed it fills `arguments` and sets `chosen`.
void addKpi(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `config` to the parser; when typed it fills `arguments` and sets `chosen`.
void addConfig(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `secret` to the parser; when typed it fills `arguments` and sets `chosen`.
void addSecret(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `signin` and `signout` to the parser; when one is typed it fills `arguments` and sets `chosen`.
void addSignIn(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `doctor` to the parser; when typed it fills `arguments` and sets `chosen`.
void addDoctor(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `info` to the parser; when typed it fills `arguments` and sets `chosen`.
void addInfo(CLI::App &app, Arguments &arguments, Command &chosen);
/// Adds `completion` to the parser, for all that was added before; when typed it fills `arguments` and sets `chosen`.
void addCompletion(CLI::App &app, Arguments &arguments, Command &chosen);

} // namespace quarterdeck
