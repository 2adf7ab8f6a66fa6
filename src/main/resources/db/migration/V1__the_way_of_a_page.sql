-- Moments are milliseconds since 1970 UTC. Columns named sealed hold AES-GCM boxes; *_key columns hold keyed hashes.

CREATE TABLE original (
    id          TEXT PRIMARY KEY,           -- SHA-256 of the delivered file, hex
    size        BIGINT NOT NULL,            -- bytes
    state       TEXT NOT NULL,              -- received, split, refused, discarded
    reason      TEXT NOT NULL DEFAULT '',
    pages       INTEGER NOT NULL DEFAULT 0,
    attempts    INTEGER NOT NULL DEFAULT 0,
    worker      TEXT NOT NULL DEFAULT '',
    lease_until BIGINT NOT NULL DEFAULT 0,
    received_at BIGINT NOT NULL
);
CREATE INDEX original_waiting ON original (state, lease_until);

CREATE TABLE batch (
    id          ${serial},
    original    TEXT NOT NULL REFERENCES original (id),
    sealed_name ${bytes} NOT NULL,
    repeated    INTEGER NOT NULL,           -- 1 when the same bytes had been delivered before
    received_at BIGINT NOT NULL
);

CREATE TABLE scan (
    original     TEXT NOT NULL REFERENCES original (id),
    idx          INTEGER NOT NULL,
    state        TEXT NOT NULL,             -- waiting, reading, read, review, accepted, released, set-aside
    version      INTEGER NOT NULL DEFAULT 0,
    attempts     INTEGER NOT NULL DEFAULT 0,
    worker       TEXT NOT NULL DEFAULT '',
    lease_until  BIGINT NOT NULL DEFAULT 0,
    sealed_named ${bytes},                  -- which page a reviewer said it is
    changed_at   BIGINT NOT NULL,
    PRIMARY KEY (original, idx)
);
CREATE INDEX scan_waiting ON scan (state, lease_until);

CREATE TABLE page_outcome (
    original      TEXT NOT NULL,
    idx           INTEGER NOT NULL,
    code          TEXT NOT NULL,
    sealed        ${bytes} NOT NULL,        -- identity, registration and every reading
    notes         TEXT NOT NULL,
    form          TEXT,
    form_version  INTEGER,
    serial        TEXT,
    page          INTEGER,
    copy          INTEGER,
    patient_key   TEXT,
    encounter_key TEXT,
    residual_mm   DOUBLE PRECISION,
    ms            DOUBLE PRECISION NOT NULL,
    read_at       BIGINT NOT NULL,
    PRIMARY KEY (original, idx),
    FOREIGN KEY (original, idx) REFERENCES scan (original, idx)
);
CREATE INDEX page_outcome_serial ON page_outcome (serial);
CREATE INDEX page_outcome_patient ON page_outcome (patient_key);

-- One scan speaks for a printed page; a second one is a rescan.
CREATE TABLE page_claim (
    serial   TEXT NOT NULL,
    page     INTEGER NOT NULL,
    copy     INTEGER NOT NULL,
    original TEXT NOT NULL,
    idx      INTEGER NOT NULL,
    PRIMARY KEY (serial, page, copy)
);

CREATE TABLE judgement (
    original     TEXT NOT NULL,
    idx          INTEGER NOT NULL,
    sealed       ${bytes} NOT NULL,         -- findings and one verdict per field
    accepted     INTEGER NOT NULL,
    confirm      INTEGER NOT NULL,
    double_entry INTEGER NOT NULL,
    none         INTEGER NOT NULL,
    judged_at    BIGINT NOT NULL,
    PRIMARY KEY (original, idx),
    FOREIGN KEY (original, idx) REFERENCES scan (original, idx)
);

CREATE TABLE review_task (
    id           TEXT PRIMARY KEY,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL,             -- open, answered, closed
    original     TEXT NOT NULL REFERENCES original (id),
    idx          INTEGER NOT NULL,          -- -1: the whole file
    reason       TEXT NOT NULL,
    form         TEXT,
    form_version INTEGER,
    page         INTEGER,
    open_fields  INTEGER NOT NULL,
    priority     INTEGER NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1,
    reviewer     TEXT NOT NULL DEFAULT '',
    lease_until  BIGINT NOT NULL DEFAULT 0,
    created_at   BIGINT NOT NULL
);
CREATE INDEX review_task_queue ON review_task (state, priority, created_at, id);
CREATE UNIQUE INDEX review_task_one ON review_task (original, idx) WHERE state <> 'closed';

CREATE TABLE decision (
    sequence   ${serial},
    task       TEXT NOT NULL REFERENCES review_task (id),
    code       TEXT NOT NULL,
    sealed     ${bytes} NOT NULL,
    reviewer   TEXT NOT NULL,
    decided_at BIGINT NOT NULL
);
CREATE INDEX decision_task ON decision (task, sequence);

CREATE TABLE page_release (
    original    TEXT NOT NULL,
    idx         INTEGER NOT NULL,
    records     INTEGER NOT NULL,
    reviewer    TEXT NOT NULL,
    released_at BIGINT NOT NULL,
    PRIMARY KEY (original, idx),
    FOREIGN KEY (original, idx) REFERENCES scan (original, idx)
);

CREATE TABLE record (
    id            TEXT PRIMARY KEY,
    original      TEXT NOT NULL,
    idx           INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    patient_key   TEXT NOT NULL,
    encounter_key TEXT NOT NULL,
    sealed        ${bytes} NOT NULL,
    released_at   BIGINT NOT NULL
);
CREATE INDEX record_scan ON record (original, idx);
CREATE INDEX record_patient ON record (patient_key);

CREATE TABLE delivery (
    position        ${serial},
    record          TEXT NOT NULL REFERENCES record (id),
    destination     TEXT NOT NULL,
    encounter_key   TEXT NOT NULL,
    state           TEXT NOT NULL,          -- waiting, sending, acknowledged, parked
    attempts        INTEGER NOT NULL DEFAULT 0,
    worker          TEXT NOT NULL DEFAULT '',
    lease_until     BIGINT NOT NULL DEFAULT 0,
    next_try        BIGINT NOT NULL,
    reason          TEXT NOT NULL DEFAULT '',
    receipt         TEXT NOT NULL DEFAULT '',
    acknowledged_at BIGINT,
    UNIQUE (record, destination)
);
CREATE INDEX delivery_waiting ON delivery (state, next_try);
CREATE INDEX delivery_order ON delivery (destination, encounter_key, position);

CREATE TABLE printed_form (
    serial      TEXT PRIMARY KEY,
    form        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    sealed      ${bytes} NOT NULL,          -- patient and encounter
    patient_key TEXT NOT NULL,
    issued_at   BIGINT NOT NULL
);

CREATE TABLE account (
    name         TEXT PRIMARY KEY,
    display_name TEXT NOT NULL,
    roles        TEXT NOT NULL,
    active       INTEGER NOT NULL,
    password     TEXT NOT NULL
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES account (name),
    forgery    TEXT NOT NULL,
    opened_at  BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE audit (
    sequence BIGINT PRIMARY KEY,
    at       BIGINT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    subject  TEXT NOT NULL,
    details  TEXT NOT NULL,
    chain    TEXT NOT NULL
);
