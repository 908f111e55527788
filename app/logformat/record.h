#pragma once

#include "app/domain/logline.h"
#include "app/logformat/form.h"
#include "app/logformat/stamp.h"

namespace quarterdeck::logformat {

/// Where the bytes of a word stand in a record. Units: bytes from its start.
struct Span {
    qint32 at = 0;
    qint32 size = 0;
};

/// One record of a log: its lines, and what they say. `bytes` is valid while it is handed over.
struct Record {
    QByteArrayView bytes; ///< All its lines, without the last newline.
    qint64 position = 0;  ///< Of its first byte in the file.
    int lines = 1;
    Form form = Form::None;
    Stamp stamp;
    bool isCarried = false;             ///< It has no time of its own; `stamp` is that of the record above.
    bool isPart = false;                ///< Of a container line that goes on in another record.
    qint64 partOf = -1;                 ///< The position of the record that this one is a follow-up or a part of; -1 for none.
    std::optional<LogLevel> eventLevel; ///< Where no word tells it: of the event that it is a follow-up of, or by a priority.
    Span levelAt;                       ///< See level().
    qint32 text = 0;                    ///< Where the first line goes on after its time. Units: bytes.

    /// The level word as written; empty for none.
    QByteArrayView level() const { return bytes.sliced(levelAt.at, levelAt.size); }
};

/// What its level word means, else Record::eventLevel.
LogLevel levelOf(const Record &record);

} // namespace quarterdeck::logformat
