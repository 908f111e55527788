#pragma once

#include "app/core/result.h"
#include "app/sources/pagerduty/incident.h"

namespace quarterdeck::pagerduty {

/// One page of a list.
template <class T> struct Page {
    std::vector<T> items;
    qsizetype served = 0; ///< Entries of the page, those that could not be read too.
    bool hasMore = false;
    std::optional<Error> problem; ///< Of the first entry that could not be read; the others can be.
};

// Errors of all: BadPayload, with the place in `where`, where the answer is not what was asked for.

/// The answer to openIncidentsRequest().
Result<Page<Incident>> parseIncidents(QByteArrayView body);
/// The answer to updateRequest(): those that can be read.
Result<std::vector<Incident>> parseChanged(QByteArrayView body);
/// {"incident":{...}}
Result<Incident> parseIncident(QByteArrayView body);
/// The entries of a log, in the order served.
Result<std::vector<LogEntry>> parseLogEntries(QByteArrayView body);
/// The same of a list that may go on.
Result<Page<LogEntry>> parseLogPage(QByteArrayView body);
Result<std::vector<Note>> parseNotes(QByteArrayView body);
/// {"note":{...}}
Result<Note> parseNote(QByteArrayView body);
Result<Page<Person>> parseUsers(QByteArrayView body);
/// {"user":{...}}
Result<Person> parseMe(QByteArrayView body);
/// From the most severe on.
Result<std::vector<Named>> parsePriorities(QByteArrayView body);

} // namespace quarterdeck::pagerduty
