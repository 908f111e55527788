-- By what firings of several sources are known to be one incident.
ALTER TABLE firings ADD COLUMN names BLOB NOT NULL DEFAULT x'';
UPDATE firings SET sum = qd_sum('firings', alert_source, alert_id, title, service, team, severity, state, starts_at, acknowledged_at,
    resolved_at, responder, names)
WHERE sum = qd_sum('firings', alert_source, alert_id, title, service, team, severity, state, starts_at, acknowledged_at, resolved_at, responder);
