-- What people propose for the tray, what came of it, and what was changed by whom (P2, issue 5).

CREATE TABLE proposals (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('open', 'sent', 'asked', 'published', 'declined')),
    -- Who began it; none: somebody without an account, who has a link.
    account_id TEXT REFERENCES accounts (id),
    -- What it changes; none: something new.
    activity_id TEXT REFERENCES activities (id),
    organization_id TEXT REFERENCES organizations (id),
    -- The negotiation it came from, '' for none.
    negotiation_id TEXT NOT NULL DEFAULT '',
    -- What the activity said when the form was opened, and what was answered: field to text, as JSON.
    base TEXT NOT NULL DEFAULT '{}',
    answers TEXT NOT NULL DEFAULT '{}',
    -- The language of the form; letters follow it.
    language TEXT NOT NULL,
    -- Where letters about it go; '' for nowhere. Deleted a month after the decision.
    contact TEXT NOT NULL DEFAULT '',
    -- What the coordinator asked or answered.
    note TEXT NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    sent_at TIMESTAMPTZ,
    decided_at TIMESTAMPTZ
);
CREATE INDEX proposals_waiting ON proposals (state, sent_at);
CREATE INDEX proposals_account ON proposals (account_id);

-- Each change of an activity by a person: field to what it was and what it became, as JSON. Nothing is deleted unseen.
CREATE TABLE changes (
    id TEXT PRIMARY KEY,
    activity_id TEXT NOT NULL REFERENCES activities (id),
    -- '' for a change whose proposer has no account.
    account_id TEXT NOT NULL DEFAULT '',
    -- The language of the texts in it.
    language TEXT NOT NULL,
    fields TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    undone_at TIMESTAMPTZ
);
CREATE INDEX changes_activity ON changes (activity_id, at);
CREATE INDEX changes_newest ON changes (at);

-- What an organization expects of partners and is ready for (P16); for coordinators and partners, not on public pages.
CREATE TABLE cooperation (
    organization_id TEXT PRIMARY KEY REFERENCES organizations (id),
    expects TEXT NOT NULL DEFAULT '',
    offers TEXT NOT NULL DEFAULT ''
);

-- When an activity was asked about last, and whether it rests because nobody answered.
CREATE TABLE freshness (
    activity_id TEXT PRIMARY KEY REFERENCES activities (id),
    asked_at TIMESTAMPTZ,
    -- Rounds of letters since it was confirmed.
    rounds BIGINT NOT NULL DEFAULT 0,
    rests_since TIMESTAMPTZ
);
