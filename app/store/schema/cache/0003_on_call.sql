-- What each source told of who is on call, whole answers.
CREATE TABLE on_calls(
    seq INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX on_calls_by_source ON on_calls(source);
