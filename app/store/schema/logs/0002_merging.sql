-- The parts of the full-text index are merged sixteen at a time, not four: a third less work for each line.
INSERT INTO words(words, rank) VALUES('automerge', 0);
