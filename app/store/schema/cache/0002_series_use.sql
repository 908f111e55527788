-- The least recently used answers go first when the cache is too large.
ALTER TABLE series ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
UPDATE series SET used_at = as_of;
CREATE INDEX series_by_use ON series(used_at);
