-- Why an entry stands where it does, as a code with its parts; `detail` holds the sentence of before and is read where `reason` is empty.
-- Which member it was sent to, and when a first look back did not find it.
ALTER TABLE outbox ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN target TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN missed_at INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET sum = qd_sum('outbox', id, verb, source, alert_source, alert_id, alert_title, expected_version, expected_start, matchers,
    silence_id, duration, author, comment, created_at, state, not_after, attempts, changed_at, detail, result_silence, until, reason, target,
    missed_at)
WHERE sum = qd_sum('outbox', id, verb, source, alert_source, alert_id, alert_title, expected_version, expected_start, matchers, silence_id,
    duration, author, comment, created_at, state, not_after, attempts, changed_at, detail, result_silence, until);
