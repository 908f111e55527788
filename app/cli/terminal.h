#pragma once

#include "app/core/time.h"
#include "app/domain/freshness.h"

#include <QString>

namespace quarterdeck {

/// Colours of the terminal, used where standard output is one and NO_COLOR is not set.
enum class Ink : quint8 { Plain, Bad, Warn, Good, Dim };

/// The text in a colour, or as it is where colours are off.
QString inked(const QString &text, Ink ink);
/// Writes to standard output or standard error. Text from outside has been through text::plain() before.
void print(const QString &text);
/// A part of a text that is printed piece by piece, in UTF-8.
void print(const QByteArray &part);
/// Why a part of what was printed is lost, as on a full disk; empty where nothing is.
QString whyNotPrinted();
/// The same on standard error, after the name of the program.
void complain(const QString &text);

/// Empties the screen of a terminal, elsewhere leaves a line free, and says of when what follows is.
void printWatchHead(UtcTime now);

/// Columns of the terminal on standard output, else of COLUMNS, else 80.
int terminalWidth();
/// True where standard output is a terminal.
bool isTerminal();

/// "4 min", "3 h", "2 d".
QString shortAge(Millis age);
/// "2026-11-21 14:36:02 CET" in the local zone; "never" for an invalid time.
QString clockText(UtcTime time);
/// The freshness in words: "live", "stale since ...", "unreachable since ...".
QString freshnessText(const SourceStatus &status);
/// Good, warning or bad.
Ink inkOf(Freshness freshness);

} // namespace quarterdeck
