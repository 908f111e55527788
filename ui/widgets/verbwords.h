#pragma once

#include "app/domain/verb.h"

#include <QString>

namespace quarterdeck::verbwords {

/// "ack", "silence": what waits beside a row.
QString badge(Verb verb);
/// "Acknowledgement", "End of a silence": what a person did, as a noun.
QString noun(Verb verb);
/// "Acknowledge DiskFull", "End the silence of DiskFull".
QString order(Verb verb, const QString &title);

} // namespace quarterdeck::verbwords
