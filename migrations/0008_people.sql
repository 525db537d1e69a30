-- People with accounts: who they are, what they may do, their letters, and a log of what was done (issue 5).
-- What is secret is stored as a hash only: a stolen database opens no door.

-- Links and sessions of before end here: a keeper signs in again.
DROP TABLE sign_ins;
DROP TABLE sign_in_links;
ALTER TABLE accounts RENAME TO accounts_before;

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- In small letters; none for a keeper who signs in from the terminal only.
    email TEXT UNIQUE,
    -- The language of letters.
    language TEXT NOT NULL DEFAULT 'fi',
    made_at TIMESTAMPTZ NOT NULL
);
INSERT INTO accounts (id, name, made_at) SELECT id, name, made_at FROM accounts_before;

CREATE TABLE roles (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL CHECK (role IN ('keeper', 'coordinator', 'leader', 'editor', 'counsellor')),
    -- '' for roles that are about the whole tray.
    organization_id TEXT NOT NULL DEFAULT '',
    -- Codes of the municipalities a coordinator answers for; ' ' means all of the region.
    areas TEXT NOT NULL DEFAULT ' ',
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (account_id, role, organization_id)
);
CREATE INDEX roles_organization ON roles (organization_id);
INSERT INTO roles (account_id, role, made_at) SELECT id, 'keeper', made_at FROM accounts_before;
DROP TABLE accounts_before;

-- A link that signs in once.
CREATE TABLE sign_in_links (
    hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sign_in_links_account ON sign_in_links (account_id);

CREATE TABLE sign_ins (
    hash TEXT PRIMARY KEY,
    -- By which the person ends it; opens nothing.
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    -- Browser and system in a word or two, so that one's own sessions are recognised.
    device TEXT NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sign_ins_account ON sign_ins (account_id);

-- Letters that wait to be sent. No link stands here: it is made when the letter is written, and only its hash is kept.
-- A letter that was sent is deleted.
CREATE TABLE letters (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    -- What it is about: an account, an activity, a proposal.
    subject_id TEXT NOT NULL DEFAULT '',
    -- What somebody wrote in it.
    note TEXT NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL
);

-- Who did what, each row chained to the one before by its hash: a row that was changed or taken out is noticed.
CREATE TABLE audit (
    number BIGINT PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    -- '' is the program itself.
    account_id TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('audit', 0);

-- What a link in a letter opens without signing in; the link itself is known to nobody but the reader of the letter.
CREATE TABLE letter_keys (
    hash TEXT PRIMARY KEY,
    opens TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX letter_keys_subject ON letter_keys (subject_id);
