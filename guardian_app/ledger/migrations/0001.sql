-- Which data a person gave to whom. Times are UTC, as ISO text; dates are ISO text or empty.
CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- AUTOINCREMENT: the number of an entry is never given to another one.
CREATE TABLE share (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    stage         TEXT NOT NULL,
    institution   TEXT NOT NULL,
    name          TEXT NOT NULL,
    product       TEXT NOT NULL,
    date          TEXT NOT NULL,
    channel       TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    consent       TEXT NOT NULL,
    third_parties TEXT NOT NULL,
    until         TEXT NOT NULL,
    note          TEXT NOT NULL,
    created       TEXT NOT NULL,
    changed       TEXT NOT NULL,
    removed       INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);
CREATE INDEX share_by_institution ON share (institution) WHERE removed = 0;

CREATE TABLE share_kind (
    share INTEGER NOT NULL REFERENCES share (id),
    place INTEGER NOT NULL,
    kind  TEXT NOT NULL,
    PRIMARY KEY (share, place),
    UNIQUE (kind, share)
) WITHOUT ROWID;

-- What a search looks through: few bytes an entry, so that looking at all of them is quick.
-- Entries that were removed are not in it.
CREATE TABLE share_text (
    share       INTEGER PRIMARY KEY REFERENCES share (id),
    institution TEXT NOT NULL,
    words       TEXT NOT NULL
);

-- body: the whole entry as it was after the act, as JSON. undoes: the line that this one took back.
CREATE TABLE trace (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    act    TEXT NOT NULL,
    share  INTEGER NOT NULL REFERENCES share (id),
    body   TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES trace (id)
);
CREATE INDEX trace_by_share ON trace (share);

CREATE TABLE leak_sign (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    date    TEXT NOT NULL,
    note    TEXT NOT NULL,
    created TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);

CREATE TABLE leak_sign_kind (
    leak_sign INTEGER NOT NULL REFERENCES leak_sign (id),
    place     INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    PRIMARY KEY (leak_sign, place)
) WITHOUT ROWID;
