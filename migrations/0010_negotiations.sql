-- The coordinator's book of providers, one by one (T2). Nothing here is public. Who is called is personal data: it can
-- be removed at any time and goes by itself after two years, the history stays.

CREATE TABLE negotiations (
    id TEXT PRIMARY KEY,
    -- The provider as the coordinator calls it; it need not be on the tray.
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    organization_id TEXT REFERENCES organizations (id),
    contact_name TEXT NOT NULL DEFAULT '',
    contact_phone TEXT NOT NULL DEFAULT '',
    contact_email TEXT NOT NULL DEFAULT '',
    -- What is looked for: why the provider is called at all.
    reason TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL CHECK (stage IN ('to_contact', 'talked', 'agreed', 'on_tray', 'declined')),
    stage_since TIMESTAMPTZ NOT NULL,
    next_step TEXT NOT NULL DEFAULT '',
    next_day TEXT,
    -- Who of us does it.
    keeper_name TEXT NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX negotiations_order ON negotiations (stage, sort_key, id);
CREATE INDEX negotiations_next ON negotiations (next_day) WHERE next_day IS NOT NULL;
CREATE INDEX negotiations_organization ON negotiations (organization_id);

-- What was said and agreed, a note a time.
CREATE TABLE negotiation_notes (
    id TEXT PRIMARY KEY,
    negotiation_id TEXT NOT NULL REFERENCES negotiations (id),
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    author TEXT NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX negotiation_notes_order ON negotiation_notes (negotiation_id, day);
