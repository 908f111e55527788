#pragma once

#include "app/domain/incident.h"
#include "app/json/jsonstream.h"

#include <QStringList>

namespace quarterdeck {

/// What cannot be read in a file, in words with its place.
class Complaints {
public:
    /// `what` is a sentence without its full stop, such as "\"10:05\" is no time".
    void add(const QString &place, const QString &what);
    bool isEmpty() const { return m_count == 0; }
    /// The first few of them, and how many more there are.
    Error error(const QString &path) const;

private:
    QStringList m_first;
    int m_count = 0;
};

/// Complains of the keys of an object that look like one of those that are known, and are none. Any other key is the file's own.
void complainOfKeys(const JsonPart &part, const QStringList &known, Complaints &complaints);

/// One incident of a file of events. What cannot be read is complained of, never left out.
Incident readEventIncident(const JsonPart &part, Complaints &complaints);

} // namespace quarterdeck
