#pragma once

#include <QByteArrayView>

namespace quarterdeck::logformat {

/// The severity or the kind of follow-up in a line of PostgreSQL after its time, whatever log_line_prefix puts before: "ERROR" of
/// " [12] user@base ERROR:  message". Empty where there is none. A view into `rest`.
QByteArrayView postgresSeverity(QByteArrayView rest);
/// True for DETAIL, HINT, CONTEXT, STATEMENT and the like: such a line belongs to the event before it of the same process.
bool isFollowUp(QByteArrayView severity);

} // namespace quarterdeck::logformat
