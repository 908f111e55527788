#pragma once

#include "app/core/time.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

/// One line of the page of metrics: an expression as it was typed, and who is asked.
struct ExplorerQuery {
    QString text;
    QStringList sources {}; ///< Empty: every metric source.
    bool isOn = true;
    friend bool operator==(const ExplorerQuery &, const ExplorerQuery &) = default;
};

/// How the answers are looked at.
struct ExplorerOptions {
    QString unit; ///< As in Series::unit, in place of what the source says; empty: what it says.
    std::optional<double> threshold;
    bool isLogarithmic = false;
    bool isStacked = false;
    bool isStepped = false;
    bool isSplit = false; ///< Each query has a chart of its own.
    Millis compared {0};  ///< How long ago the pale lines were; 0: none.
    friend bool operator==(const ExplorerOptions &, const ExplorerOptions &) = default;
};

/// All that is to be restored of the page.
struct ExplorerState {
    std::vector<ExplorerQuery> queries;
    ExplorerOptions options;
    friend bool operator==(const ExplorerState &, const ExplorerState &) = default;
};

/// Queries that are taken; a link can carry no more.
constexpr std::size_t MostQueries = 12;

/// The state as arguments of a place, only what differs from the default.
QMap<QString, QString> argumentsOf(const ExplorerState &state);
/// Reads them; what cannot be read is as by default. At most MostQueries queries.
ExplorerState explorerStateOf(const QMap<QString, QString> &arguments);

/// One `qdeck metrics` line for each query that is on: what gives the same answers in a terminal. `range` where it is fixed, else the span up to
/// now.
QString explorerCommands(const ExplorerState &state, TimeRange range, bool isSliding);

} // namespace quarterdeck
