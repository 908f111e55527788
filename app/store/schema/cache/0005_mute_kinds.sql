-- What kind of hold a silence is, by number: 0 acknowledgement, 2 silence, 4 maintenance. Downtimes are told apart with the next poll.
ALTER TABLE silences RENAME COLUMN is_maintenance TO kind;
UPDATE silences SET kind = CASE WHEN kind = 1 THEN 4 WHEN comment LIKE 'ACK!%' THEN 0 ELSE 2 END;
