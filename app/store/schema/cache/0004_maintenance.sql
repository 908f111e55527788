-- A silence that keeps new alerts of a service from being opened, and hides none that is open.
ALTER TABLE silences ADD COLUMN is_maintenance INTEGER NOT NULL DEFAULT 0;
