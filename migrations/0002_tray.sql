-- The tray (T1, P1): organizations, activities, places, times.
-- Lists of codes are kept as one text, each code with a blank before and after (' free no_sign_up '), because
-- finding by code is the search index's work and a row is then read in one piece.

CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    licence TEXT NOT NULL DEFAULT '',
    attribution TEXT NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE organizations (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL DEFAULT 'other',
    business_id TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    sort_key TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'published' CHECK (state IN ('published', 'draft', 'gone')),
    verified_on TEXT,
    -- What HSDS says of it that we have no field for, kept so that nothing is lost on the way out.
    hsds TEXT,
    source_id TEXT REFERENCES sources (id),
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX organizations_order ON organizations (state, sort_key, id);

CREATE TABLE organization_texts (
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    language TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organization_id, language)
);

CREATE TABLE places (
    id TEXT PRIMARY KEY,
    organization_id TEXT REFERENCES organizations (id),
    name TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    -- Statistics Finland's municipality code, '' when the place is abroad or unknown.
    municipality TEXT NOT NULL DEFAULT '',
    neighbourhood TEXT NOT NULL DEFAULT '',
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    -- How good the point is: a door, the middle of a postal area, the middle of a municipality.
    precision TEXT NOT NULL DEFAULT 'exact' CHECK (precision IN ('exact', 'postal_area', 'municipality', 'none')),
    confidentiality TEXT NOT NULL DEFAULT 'public' CHECK (confidentiality IN ('public', 'area_only', 'hidden')),
    directions TEXT NOT NULL DEFAULT '',
    hsds TEXT,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX places_organization ON places (organization_id);

CREATE TABLE activities (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    step BIGINT CHECK (step BETWEEN 1 AND 5),
    thresholds TEXT NOT NULL DEFAULT ' ',
    interests TEXT NOT NULL DEFAULT ' ',
    situations TEXT NOT NULL DEFAULT ' ',
    target_groups TEXT NOT NULL DEFAULT ' ',
    languages TEXT NOT NULL DEFAULT ' ',
    price TEXT NOT NULL DEFAULT 'unknown' CHECK (price IN ('free', 'paid', 'donation', 'unknown')),
    price_min_cents BIGINT,
    price_max_cents BIGINT,
    age_min BIGINT,
    age_max BIGINT,
    group_size BIGINT,
    -- Positions (P6): hours a week, length and the form of support.
    hours_min BIGINT,
    hours_max BIGINT,
    support_form TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    sign_up TEXT NOT NULL DEFAULT '',
    sort_key TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'published' CHECK (state IN ('published', 'draft', 'paused', 'gone')),
    verified_on TEXT,
    hsds TEXT,
    source_id TEXT REFERENCES sources (id),
    made_at TIMESTAMPTZ NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX activities_order ON activities (state, sort_key, id);
CREATE INDEX activities_organization ON activities (organization_id, state, sort_key);
CREATE INDEX activities_walk ON activities (state, id);
CREATE INDEX activities_changed ON activities (state, changed_at, id);

CREATE TABLE activity_texts (
    activity_id TEXT NOT NULL REFERENCES activities (id),
    language TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    -- What it is like there, how to join (a step a line), who meets you, the price and the length in words.
    atmosphere TEXT NOT NULL DEFAULT '',
    how_to_join TEXT NOT NULL DEFAULT '',
    welcome TEXT NOT NULL DEFAULT '',
    price_note TEXT NOT NULL DEFAULT '',
    length TEXT NOT NULL DEFAULT '',
    keywords TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (activity_id, language)
);

CREATE TABLE activity_places (
    activity_id TEXT NOT NULL REFERENCES activities (id),
    place_id TEXT NOT NULL REFERENCES places (id),
    position BIGINT NOT NULL DEFAULT 0,
    -- The id of the HSDS service_at_location, kept for round trips.
    link_id TEXT NOT NULL UNIQUE,
    PRIMARY KEY (activity_id, place_id)
);
CREATE INDEX activity_places_place ON activity_places (place_id);

-- A recurring time keeps local time and the zone, so daylight saving never moves a Tuesday group.
CREATE TABLE schedules (
    id TEXT PRIMARY KEY,
    activity_id TEXT NOT NULL REFERENCES activities (id),
    position BIGINT NOT NULL DEFAULT 0,
    kind TEXT NOT NULL CHECK (kind IN ('hours', 'session')),
    first_day TEXT NOT NULL,
    opens TEXT NOT NULL,
    closes TEXT NOT NULL,
    zone TEXT NOT NULL DEFAULT 'Europe/Helsinki',
    -- RFC 5545 without DTSTART; '' for a single time.
    rule TEXT NOT NULL DEFAULT '',
    last_day TEXT,
    place_id TEXT REFERENCES places (id),
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX schedules_activity ON schedules (activity_id);

CREATE TABLE schedule_exceptions (
    schedule_id TEXT NOT NULL REFERENCES schedules (id),
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('cancelled', 'closed', 'moved')),
    new_day TEXT,
    new_opens TEXT,
    new_closes TEXT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (schedule_id, day)
);

-- P21: what after this, what instead.
CREATE TABLE activity_links (
    from_id TEXT NOT NULL REFERENCES activities (id),
    to_id TEXT NOT NULL REFERENCES activities (id),
    meaning TEXT NOT NULL CHECK (meaning IN ('next', 'alternative')),
    position BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (from_id, to_id, meaning)
);
CREATE INDEX activity_links_to ON activity_links (to_id);

-- Terms of taxonomies that came with a source; our own are code lists of the product.
CREATE TABLE taxonomies (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    uri TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT ''
);

CREATE TABLE taxonomy_terms (
    id TEXT PRIMARY KEY,
    taxonomy_id TEXT REFERENCES taxonomies (id),
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    parent_id TEXT NOT NULL DEFAULT '',
    term_uri TEXT NOT NULL DEFAULT ''
);

CREATE TABLE attributes (
    id TEXT PRIMARY KEY,
    activity_id TEXT NOT NULL REFERENCES activities (id),
    term_id TEXT NOT NULL REFERENCES taxonomy_terms (id),
    link_type TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL DEFAULT '',
    UNIQUE (activity_id, term_id, link_type)
);
CREATE INDEX attributes_term ON attributes (term_id, activity_id);

-- What each source has told us, by its own reference: the hash skips what has not changed, last_run tells what is gone.
CREATE TABLE source_records (
    source_id TEXT NOT NULL REFERENCES sources (id),
    reference TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('organization', 'activity')),
    subject_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    last_run TEXT NOT NULL,
    gone BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (source_id, subject, reference)
);

CREATE TABLE import_runs (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES sources (id),
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    added BIGINT NOT NULL DEFAULT 0,
    changed BIGINT NOT NULL DEFAULT 0,
    unchanged BIGINT NOT NULL DEFAULT 0,
    gone BIGINT NOT NULL DEFAULT 0,
    rejected BIGINT NOT NULL DEFAULT 0,
    dropped_contacts BIGINT NOT NULL DEFAULT 0
);

-- Unknown places and terms wait here for a person; the importer never guesses.
CREATE TABLE import_questions (
    id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES import_runs (id),
    pointer TEXT NOT NULL,
    reason TEXT NOT NULL,
    value TEXT NOT NULL,
    rejected BOOLEAN NOT NULL
);
CREATE INDEX import_questions_run ON import_questions (run_id);

-- "Report a fault" on an activity's page; read by the coordinator.
CREATE TABLE fault_reports (
    id TEXT PRIMARY KEY,
    activity_id TEXT NOT NULL REFERENCES activities (id),
    about TEXT NOT NULL,
    message TEXT NOT NULL,
    contact TEXT NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL,
    handled_at TIMESTAMPTZ
);
CREATE INDEX fault_reports_waiting ON fault_reports (made_at) WHERE handled_at IS NULL;
