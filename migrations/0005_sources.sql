-- Sources as things the keeper manages (issue 4): where they are reached, how often, and what each run did.

-- 'upload': files somebody sends. 'file': one file at an address. 'api': an interface with pages.
ALTER TABLE sources ADD COLUMN reach TEXT NOT NULL DEFAULT 'upload' CHECK (reach IN ('upload', 'file', 'api'));
ALTER TABLE sources ADD COLUMN address TEXT NOT NULL DEFAULT '';
-- Hours between runs; 0: only when somebody asks.
ALTER TABLE sources ADD COLUMN every_hours BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN next_run_at TIMESTAMPTZ;
-- Somebody has seen what the first run would do, and agreed.
ALTER TABLE sources ADD COLUMN approved_at TIMESTAMPTZ;
-- Since when an interface is asked for changes, and what a file's server said of its version.
ALTER TABLE sources ADD COLUMN good_run_at TIMESTAMPTZ;
-- When all of it was read last: changes alone do not tell what is gone.
ALTER TABLE sources ADD COLUMN whole_run_at TIMESTAMPTZ;
ALTER TABLE sources ADD COLUMN etag TEXT NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN last_modified TEXT NOT NULL DEFAULT '';

ALTER TABLE import_runs ADD COLUMN state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('waiting', 'running', 'done', 'failed'));
ALTER TABLE import_runs ADD COLUMN dry BOOLEAN NOT NULL DEFAULT FALSE;
-- How far a run is: records, and hundredths of the bytes.
ALTER TABLE import_runs ADD COLUMN records BIGINT NOT NULL DEFAULT 0;
ALTER TABLE import_runs ADD COLUMN percent BIGINT NOT NULL DEFAULT 0;
-- What it did, as JSON (exchange/sources/model.rs), bounded in length.
ALTER TABLE import_runs ADD COLUMN report TEXT NOT NULL DEFAULT '';
CREATE INDEX import_runs_source ON import_runs (source_id, started_at);

-- What a person has decided about something no reader understood: later runs follow it.
CREATE TABLE import_answers (
    source_id TEXT NOT NULL REFERENCES sources (id),
    reason TEXT NOT NULL,
    value TEXT NOT NULL,
    -- What it means, in our own words or codes; '' means nothing, and is not asked about again.
    answer TEXT NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (source_id, reason, value)
);

-- A value that was put right here: it wins over what the source says (design: exchange, "In").
CREATE TABLE corrections (
    activity_id TEXT NOT NULL REFERENCES activities (id),
    field TEXT NOT NULL,
    -- The language of a text; '' where there is none.
    language TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL,
    -- What the source says, to go back to.
    source_value TEXT NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (activity_id, field, language)
);
