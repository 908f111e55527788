-- What cannot be fetched again. Every table with `sum` keeps it second, right after the rowid, and only ever grows at its end:
-- then a damaged file can be read row by row without its schema (salvage.h).
CREATE TABLE meta(
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox(
    seq INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    verb TEXT NOT NULL,
    source TEXT NOT NULL,
    alert_source TEXT NOT NULL,
    alert_id TEXT NOT NULL,
    alert_title TEXT NOT NULL,
    expected_version INTEGER NOT NULL,
    expected_start INTEGER NOT NULL,
    matchers BLOB NOT NULL,
    silence_id TEXT NOT NULL,
    duration INTEGER NOT NULL,
    author TEXT NOT NULL,
    comment TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    not_after INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    detail TEXT NOT NULL,
    result_silence TEXT NOT NULL
) STRICT;

CREATE TABLE notes(
    seq INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    alert_source TEXT NOT NULL,
    alert_id TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    edited_at INTEGER NOT NULL,
    is_deleted INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_by_alert ON notes(alert_source, alert_id);

CREATE TABLE runs(
    seq INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    runbook TEXT NOT NULL,
    title TEXT NOT NULL,
    alert_source TEXT NOT NULL,
    alert_id TEXT NOT NULL,
    params BLOB NOT NULL,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL
) STRICT;

CREATE TABLE marks(
    seq INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    run TEXT NOT NULL,
    step TEXT NOT NULL,
    state INTEGER NOT NULL,
    who TEXT NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL,
    text_seen TEXT NOT NULL
) STRICT;
CREATE INDEX marks_by_run ON marks(run);

CREATE TABLE history(
    seq INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    alert_source TEXT NOT NULL,
    alert_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_alert ON history(alert_source, alert_id);

CREATE TABLE firings(
    seq INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    alert_source TEXT NOT NULL,
    alert_id TEXT NOT NULL,
    title TEXT NOT NULL,
    service TEXT NOT NULL,
    team TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    acknowledged_at INTEGER NOT NULL,
    resolved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX firings_by_alert ON firings(alert_source, alert_id);
CREATE INDEX firings_by_start ON firings(starts_at);

-- Rows whose checksum was wrong, kept as they were found.
CREATE TABLE damaged(
    seq INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
