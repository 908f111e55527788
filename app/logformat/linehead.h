#pragma once

#include "app/domain/logline.h"
#include "app/logformat/form.h"
#include "app/logformat/stamp.h"

namespace quarterdeck::logformat {

/// What one line says of itself, without the lines around it. Views are into the line.
struct LineHead {
    Form form = Form::None;
    Stamp stamp;
    QByteArrayView level;                ///< The word or letter as written; empty where it tells none.
    std::optional<LogLevel> priority {}; ///< By the number that syslog sends before a line.
    qsizetype text = 0;                  ///< Where the line goes on after its time. Units: bytes.
};

/// Reads the head of a line; Form::None where it has no time of its own. Pure.
LineHead readHead(QByteArrayView line);

} // namespace quarterdeck::logformat
