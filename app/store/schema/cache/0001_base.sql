-- What can be fetched again.
CREATE TABLE alerts(
    seq INTEGER PRIMARY KEY,
    fp INTEGER NOT NULL UNIQUE,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    state INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    resolved_at INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX alerts_resolved ON alerts(resolved_at) WHERE resolved_at > 0;

CREATE TABLE silences(
    seq INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    matchers BLOB NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    comment TEXT NOT NULL,
    state INTEGER NOT NULL
) STRICT;
CREATE INDEX silences_by_source ON silences(source);

CREATE TABLE services(
    seq INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE statuses(
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    freshness TEXT NOT NULL,
    last_ok_at INTEGER NOT NULL,
    since INTEGER NOT NULL,
    error BLOB NOT NULL,
    members INTEGER NOT NULL,
    live_members INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    next_poll_at INTEGER NOT NULL,
    is_insecure INTEGER NOT NULL
) STRICT;

CREATE TABLE series(
    seq INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    expression TEXT NOT NULL,
    step INTEGER NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX series_by_expression ON series(expression, source);
