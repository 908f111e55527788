-- The end that was wished for a silence; 0 where a duration decides.
ALTER TABLE outbox ADD COLUMN until INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET sum = qd_sum('outbox', id, verb, source, alert_source, alert_id, alert_title, expected_version, expected_start, matchers,
    silence_id, duration, author, comment, created_at, state, not_after, attempts, changed_at, detail, result_silence, until)
WHERE sum = qd_sum('outbox', id, verb, source, alert_source, alert_id, alert_title, expected_version, expected_start, matchers, silence_id,
    duration, author, comment, created_at, state, not_after, attempts, changed_at, detail, result_silence);
