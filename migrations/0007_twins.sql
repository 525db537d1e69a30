-- What a person has decided about two activities that look like the same thing from two sources (issue 4): later runs
-- remember it, and the pair is not proposed again.
CREATE TABLE twins (
    -- The smaller of the two ids.
    one_id TEXT NOT NULL REFERENCES activities (id),
    other_id TEXT NOT NULL REFERENCES activities (id),
    decision TEXT NOT NULL CHECK (decision IN ('same', 'different')),
    -- The one that people see; none when they are different things.
    kept_id TEXT REFERENCES activities (id),
    decided_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (one_id, other_id),
    CHECK (one_id < other_id)
);
CREATE INDEX twins_decided ON twins (decided_at);
