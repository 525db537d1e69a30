-- The event log, what follows from it, and the small tables every feature shares.
-- Written once for both engines, with PostgreSQL's type names (see crates/db/src/migrate.rs).

-- One row per name. 'event' numbers the log: updated inside the writing transaction, so numbers follow commit order.
CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('event', 0);

CREATE TABLE events (
    number BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX events_subject ON events (subject_id, number);

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at TIMESTAMPTZ NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    taken_until TIMESTAMPTZ,
    failure TEXT,
    finished_at TIMESTAMPTZ
);
CREATE INDEX jobs_waiting ON jobs (run_at) WHERE finished_at IS NULL;

-- What a form post was answered with, by the key the form carried: a repeat sees the first answer (operations plan).
CREATE TABLE answered_posts (
    key TEXT PRIMARY KEY,
    location TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);

-- What the keeper of a region decides: its name, the phone number on every page, the supervisor of accessibility.
CREATE TABLE region_settings (
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name, language)
);

-- T3, the step model. Names per language, editable by the region.
CREATE TABLE steps (
    number BIGINT NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (number, language)
);
