#pragma once

#include "app/archive/bytestream.h"
#include "app/core/async.h"
#include "app/logformat/recordreader.h"
#include "app/logformat/settler.h"

namespace quarterdeck::files {

/// How the records of a file are read.
struct ScanRules {
    logformat::ReadRules read;
    QTimeZone zone;
    UtcTime latest; ///< The last change of the file.
};

/// Takes a record and its instant. Units: nanoseconds since the epoch. False stops the scan.
using TimedSink = std::function<bool(const logformat::Record &, qint64 nanos)>;

/// What a scan met.
struct ScanReport {
    logformat::Guesses guesses;
    qint64 records = 0;
    qint64 untimed = 0;         ///< Records that stand where no time is known: they are not handed over.
    std::optional<Error> error; ///< What ended it early: the rest of the file is missing.
};

/// Reads a stream whose first byte stands at `position` of the file, and gives each record its instant: that of its own time, else
/// that of the record above, at the start of the file that of the first with a time. Thread: any; `cancel` is looked at between blocks.
ScanReport scan(ByteStream &stream, qint64 position, const ScanRules &rules, const CancelToken &cancel, const TimedSink &sink);

} // namespace quarterdeck::files
