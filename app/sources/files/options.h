#pragma once

#include "app/core/endpoint.h"
#include "app/core/result.h"
#include "app/logformat/recordreader.h"

#include <QTimeZone>

namespace quarterdeck::files {

/// What the options of a source of log files say.
struct FilesOptions {
    QStringList paths;         ///< Files, folders and patterns, absolute.
    QTimeZone zone;            ///< Of whoever writes the files.
    bool isZoneAssumed = true; ///< It is that of this machine, because nothing else was said.
    logformat::ReadRules read;
    QString service;        ///< Of every line; empty: by the line, else by the name of the file.
    Millis recheck {5'000}; ///< A tail looks so often for what it was not told of.
};

/// Errors: Rejected, naming the wrong key.
Result<FilesOptions> optionsOf(const Endpoint &endpoint);

/// The paths of an endpoint: "~" is the home folder of the user.
QStringList pathsOf(const Endpoint &endpoint);

// The options, as they are written in config.yaml.

/// Where the files are.
inline constexpr QLatin1StringView PathsKey("paths");
/// See FilesOptions::zone.
inline constexpr QLatin1StringView ZoneKey("zone");
/// The one form that is read.
inline constexpr QLatin1StringView FormatKey("format");
/// See FilesOptions::service.
inline constexpr QLatin1StringView ServiceKey("service");

} // namespace quarterdeck::files
