#pragma once

#include "app/cli/arguments.h"

#include <QStringList>

namespace CLI {
class App;
class ParseError;
class Validator;
} // namespace CLI

namespace quarterdeck {

/// The kinds of values that options and arguments take: shown in the help, and completed by their kind.
namespace kinds {
constexpr const char *Alert = "ALERT";
constexpr const char *Context = "CONTEXT";
constexpr const char *File = "FILE";
constexpr const char *Filter = "FILTER";
constexpr const char *Folder = "FOLDER";
constexpr const char *Service = "SERVICE";
constexpr const char *Source = "SOURCE";
constexpr const char *Silence = "SILENCE";
constexpr const char *Entry = "ENTRY";
} // namespace kinds

/// One of these words in any case. What is typed otherwise is refused, with the words and the near one. `aliases`: "other spelling=word".
CLI::Validator oneOf(const QStringList &words, const QStringList &aliases = {});

/// What a list offers.
struct ListOptions {
    QStringList columns;      ///< Titles, for --sort; none: it cannot be sorted.
    bool isWatchable = false; ///< --watch.
};

/// Adds --output, and what else `options` say, to a command that prints a list.
void addListOptions(CLI::App &command, Arguments &arguments, const ListOptions &options);

/// Adds --since, --from and --to.
void addRangeOptions(CLI::App &command, Arguments &arguments);

/// Which option was given an empty value where it has to name something, in words; empty where none was.
QString emptyValue(const CLI::App &app);

/// Why the command line could not be understood, in words: the unknown command or option with the near ones, one that was given twice, else
/// what the parser says.
/// Plain.
QString usageProblem(const CLI::App &app, const QStringList &words, const CLI::ParseError &error);

} // namespace quarterdeck
