#pragma once

#include "app/core/result.h"

#include <QString>

#include <string>
#include <vector>

namespace quarterdeck {

/// What was typed. Strings as CLI11 fills them.
struct Arguments {
    /// How a list is printed.
    enum class Form : quint8 { Table, Wide, Json, Csv, Name };
    /// By --output and --json.
    Form form() const;

    std::string configFile;
    std::string dataDir;
    std::string context;
    std::vector<std::string> sources;
    bool isJson = false;
    bool isCached = false; ///< --cached: ask no source, tell what is stored.
    std::string output;    ///< --output: table, wide, json, csv or name.
    std::string sort;      ///< --sort: title of a column, "-" before it for the other way round.
    std::string watch;     ///< --watch: seconds between two looks; empty: as often as the sources are polled.
    bool isWatched = false;

    std::vector<std::string> words; ///< Positional arguments of the command.
    std::string since;
    std::string from;
    std::string to;
    std::string duration;
    std::string at;                  ///< Of `oncall`: the instant that is asked about.
    int days = 14;                   ///< Of `oncall`: how far it looks ahead.
    std::string step;                ///< Of `metrics`: how often it looks.
    bool isPatterns = false;         ///< Of `logs`.
    std::string expression;          ///< Of `logs`: in the source's own language.
    std::vector<std::string> fields; ///< Of `logs`: NAME=VALUE.
    std::string text;
    std::string author;
    std::vector<std::string> matchers;
    std::vector<std::string> states;
    std::string filter;   ///< Of `alerts`: in the filter language.
    bool isTerms = false; ///< Of `alerts`: what can stand in a filter.
    std::string eventsFile;
    std::vector<std::string> majors;
    std::vector<std::string> people; ///< --to of the commands about people.
    std::string subject;             ///< --level, --into, --set.
    std::string service;
    std::string team;
    std::string by;           ///< Of `ownership`: "service" or "team".
    bool isFailsOnly = false; ///< Of `ownership`.
    std::string user;
    int limit = 0;       ///< --limit: at most so many lines; 0: as many as usual.
    bool isIdle = false; ///< Of `silences`.
    std::string ending;  ///< Of `silences`: the span within which they end.
    bool isOnce = false;
    bool isDefining = false;       ///< --definitions
    bool isAll = false;            ///< --all: what is over as well, or everything that waits.
    bool isWithoutBrowser = false; ///< --no-browser: only print the address.
    bool isYes = false;            ///< --yes: the question whether it is meant is answered.
};

/// Exit codes of `qdeck`.
namespace exits {
constexpr int Ok = 0;
constexpr int Error = 1;
constexpr int Usage = 2;
constexpr int Partial = 3;
} // namespace exits

/// The stretch of time asked for by --since or --from and --to; the last `otherwise` when neither is given.
/// Errors: Rejected, naming the option.
Result<TimeRange> rangeOf(const Arguments &arguments, Millis otherwise, UtcTime now);
/// The span of --for. Errors: Rejected.
Result<Millis> durationOf(const Arguments &arguments, Millis otherwise);
/// The instant of --until: "23:51" (the next time it is that late here) and "2026-11-21 07:00" by the local clock, else as parseTimePoint; invalid
/// when left out. Errors: Rejected.
Result<UtcTime> untilOf(const Arguments &arguments, UtcTime now);
/// --author, else the name of the account.
QString authorOf(const Arguments &arguments);

} // namespace quarterdeck
