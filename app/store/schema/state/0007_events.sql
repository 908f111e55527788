-- What sources tell of the past of their alerts, each event once, and how far that was read.
CREATE TABLE events(
    seq INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    alert_source TEXT NOT NULL,
    alert_id TEXT NOT NULL,
    event TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_by_id ON events(alert_source, event);
CREATE INDEX events_by_alert ON events(alert_source, alert_id);
CREATE INDEX events_by_time ON events(at);
CREATE TABLE cursors(
    source TEXT NOT NULL,
    face TEXT NOT NULL,
    cursor TEXT NOT NULL,
    read_to INTEGER NOT NULL,
    PRIMARY KEY(source, face)
) STRICT, WITHOUT ROWID;

-- Who ended a firing; empty: the monitor, as far as is known.
ALTER TABLE firings ADD COLUMN ended_by TEXT NOT NULL DEFAULT '';
UPDATE firings SET sum = qd_sum('firings', alert_source, alert_id, title, service, team, severity, state, starts_at, acknowledged_at,
    resolved_at, responder, names, ended_by)
WHERE sum = qd_sum('firings', alert_source, alert_id, title, service, team, severity, state, starts_at, acknowledged_at, resolved_at, responder,
    names);
