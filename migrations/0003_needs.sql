-- What people looked for, wished for and asked (C6, P21). Nothing here tells who looked.

-- Words that a search found nothing for: at most once a day each, only words everybody has (no names, no numbers),
-- and no time of day.
CREATE TABLE misses (
    day TEXT NOT NULL,
    words TEXT NOT NULL,
    municipality TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (day, words, municipality)
);

-- What somebody would like the area to have.
CREATE TABLE wishes (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    wish TEXT NOT NULL,
    municipality TEXT NOT NULL DEFAULT ''
);
CREATE INDEX wishes_by_day ON wishes (day);

-- "Call me": kept until somebody has called, then the name and the number are deleted.
CREATE TABLE call_requests (
    id TEXT PRIMARY KEY,
    made_at TIMESTAMPTZ NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL,
    suits TEXT NOT NULL,
    language TEXT NOT NULL
);
CREATE INDEX call_requests_waiting ON call_requests (made_at);
