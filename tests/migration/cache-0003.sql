-- A cache.db as version 3 of the schema wrote it.
INSERT INTO silences(source, id, matchers, starts_at, ends_at, updated_at, created_by, comment, state) VALUES('eu-am','5e1f','',1795255200000,1795262400000,1795255200000,'ana','deploy',1);
INSERT INTO statuses VALUES('eu-am','alertmanager','live',1795255200000,1795255000000,x'',1,1,0,0,0);
