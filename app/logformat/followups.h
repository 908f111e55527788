#pragma once

#include "app/logformat/record.h"

#include <QHash>

namespace quarterdeck::logformat {

/// Knows of the records read so far which of them later ones belong to. Pure but for that.
class FollowUps {
public:
    /// Notes a record that has just begun with `line`, and says in it which one it belongs to.
    void note(Record &record, QByteArrayView line);

private:
    struct Event {
        qint64 position = -1;
        std::optional<LogLevel> level;
    };

    void notePostgres(Record &record, QByteArrayView line);
    void noteContainer(Record &record, QByteArrayView line);
    void noteRepeated(Record &record, QByteArrayView line);

    QHash<QByteArray, Event> m_events;     // of PostgreSQL, by what its lines begin with after the time
    std::array<qint64, 2> m_open {-1, -1}; // of a container, by stream: where the line began that is not ended
    QByteArray m_process;                  // of the last line that names an Erlang process
    Stamp m_processStamp;
    Event m_processEvent;
};

} // namespace quarterdeck::logformat
