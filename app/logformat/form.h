#pragma once

#include <QLatin1StringView>

#include <optional>
#include <span>

namespace quarterdeck::logformat {

/// The ways to write a line that are told apart, because what follows of them differs. One file may hold several.
enum class Form : quint8 {
    None,           ///< A line without a time of its own.
    DateTime,       ///< A date and a time come first, whatever follows.
    Postgres,       ///< ... and a severity with two spaces after its colon.
    PostgresCsv,    ///< ... in columns with quotes.
    Syslog,         ///< "Nov 30 03:35:47 host ...".
    ApacheError,    ///< "[Mon Nov 30 03:48:28 2026] [core:error] ...".
    Access,         ///< The common and the combined format of web servers.
    SquidAccess,    ///< Seconds with a fraction, then milliseconds.
    Epoch,          ///< Seconds since the epoch come first.
    Tai64,          ///< "@4000...": multilog, tai64n.
    Klog,           ///< "I1130 03:32:28.313387 ...".
    Container,      ///< Of a container runtime: time, stream, P or F, text.
    Json,           ///< One object a line.
    Logfmt,         ///< key=value, a time among them.
    MariadbGeneral, ///< The general query log.
    MariadbSlow,    ///< The slow query log.
    Uwsgi
};

/// Stable name, as it is written in config.yaml: "syslog", "postgres-csv".
QLatin1StringView formName(Form form);
/// Inverse of formName(); nothing for an unknown name, and for None.
std::optional<Form> formFromName(QStringView name);
/// The names, for a message.
std::span<const QLatin1StringView> formNames();

} // namespace quarterdeck::logformat
