-- A cache.db as version 2 of the schema wrote it.
INSERT INTO series(source, expression, step, from_ms, to_ms, as_of, used_at, body) VALUES('eu-prom','up',15000,1795255200000,1795255260000,1795255260000,1795255260000,x'00');
INSERT INTO statuses VALUES('eu-am','alertmanager','live',1795255200000,1795255000000,x'',1,1,0,0,0);
