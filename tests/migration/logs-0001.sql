INSERT INTO lines(at, nanos, source, cursor, service, host, level, text, fields, known)
VALUES(1795255200000000000, 1795255200000000000, 'eu-journal', 'old', 'checkout', 'web-1', 1, CAST('an old timeout' AS BLOB), x'00', x'00');
INSERT INTO words(rowid, text) VALUES(1795255200000000000, 'an old timeout');
