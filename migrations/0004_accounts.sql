-- Who keeps the tray. What is secret is stored as a hash only: a stolen database opens no door.

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('keeper')),
    made_at TIMESTAMPTZ NOT NULL
);

-- A link that signs in once.
CREATE TABLE sign_in_links (
    hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    expires_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE sign_ins (
    hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    made_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sign_ins_account ON sign_ins (account_id);
