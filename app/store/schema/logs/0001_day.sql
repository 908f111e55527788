-- One day of cached log lines. The rowid is the time in nanoseconds (moved on by a few where it is taken), so that newest first
-- needs no index and the full-text search walks in time order.
CREATE TABLE lines(
    at INTEGER PRIMARY KEY,
    nanos INTEGER NOT NULL,
    source TEXT NOT NULL,
    cursor TEXT NOT NULL,
    service TEXT NOT NULL,
    host TEXT NOT NULL,
    level INTEGER NOT NULL,
    text BLOB NOT NULL,
    fields BLOB NOT NULL,
    known BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX lines_by_cursor ON lines(cursor, source);
CREATE VIRTUAL TABLE words USING fts5(text, content='', detail=none, tokenize='trigram');

-- Stretches of which every line that passes `filter` was received.
CREATE TABLE coverage(
    seq INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    filter BLOB NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    as_of INTEGER NOT NULL
) STRICT;
