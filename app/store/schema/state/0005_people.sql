-- Whom an action is about, and what: the people a problem is given to, the incident it is merged into.
ALTER TABLE outbox ADD COLUMN people BLOB NOT NULL DEFAULT x'';
ALTER TABLE outbox ADD COLUMN subject TEXT NOT NULL DEFAULT '';
UPDATE outbox SET sum = qd_sum('outbox', id, verb, source, alert_source, alert_id, alert_title, expected_version, expected_start, matchers,
    silence_id, duration, author, comment, created_at, state, not_after, attempts, changed_at, detail, result_silence, until, reason, target,
    missed_at, people, subject)
WHERE sum = qd_sum('outbox', id, verb, source, alert_source, alert_id, alert_title, expected_version, expected_start, matchers, silence_id,
    duration, author, comment, created_at, state, not_after, attempts, changed_at, detail, result_silence, until, reason, target, missed_at);

-- Which alerts people said are one incident, or are not.
CREATE TABLE joins(
    seq INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    one_source TEXT NOT NULL,
    one_id TEXT NOT NULL,
    other_source TEXT NOT NULL,
    other_id TEXT NOT NULL,
    are_one INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
