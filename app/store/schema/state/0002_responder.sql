-- Who acknowledged a firing, for the load figures by person.
ALTER TABLE firings ADD COLUMN responder TEXT NOT NULL DEFAULT '';
UPDATE firings SET sum = qd_sum('firings', alert_source, alert_id, title, service, team, severity, state, starts_at,
    acknowledged_at, resolved_at, responder)
WHERE sum = qd_sum('firings', alert_source, alert_id, title, service, team, severity, state, starts_at, acknowledged_at, resolved_at);
-- Retention and the list of recent entries go by age.
CREATE INDEX history_by_time ON history(at);
CREATE INDEX outbox_by_state ON outbox(state, changed_at);
