-- Each index is a page more that every new row moves, and ids of others are scattered. Nothing asks the log for one
-- record, and terms have so few values that their rows need not be told apart inside the index: new ones then stand
-- at the end of their term.
DROP INDEX events_subject;
DROP INDEX attributes_term;
CREATE INDEX attributes_term ON attributes (term_id);
