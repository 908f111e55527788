#pragma once

#include "app/domain/logline.h"

#include <QByteArrayView>

namespace quarterdeck::files {

/// Takes host and program out of " web01 cron[12]: text", what a syslog line goes on with after its time. Where it is not certain that the
/// line is of syslog, only of one that looks exactly so.
void addSyslogHead(LogLine &line, QByteArrayView rest, bool isCertain);

} // namespace quarterdeck::files
