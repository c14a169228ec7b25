-- What a person asked of those who hold their data, what those answered, which leaks were heard of.
CREATE TABLE request (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    right_id    TEXT NOT NULL,
    institution TEXT NOT NULL,
    name        TEXT NOT NULL,
    opened      TEXT NOT NULL,
    remind      TEXT NOT NULL,
    note        TEXT NOT NULL,
    created     TEXT NOT NULL,
    changed     TEXT NOT NULL,
    removed     INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);

CREATE TABLE request_kind (
    request INTEGER NOT NULL REFERENCES request (id),
    place   INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    PRIMARY KEY (request, place)
) WITHOUT ROWID;

-- The state of a request is that of its last step that was not taken back.
CREATE TABLE request_step (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    request    INTEGER NOT NULL REFERENCES request (id),
    date       TEXT NOT NULL,
    state      TEXT NOT NULL,
    note       TEXT NOT NULL,
    created    TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
);
CREATE INDEX request_step_by_request ON request_step (request);

-- institution is an id, or empty where name is the person's own entry; never both.
CREATE TABLE reply (
    institution TEXT NOT NULL,
    name        TEXT NOT NULL,
    safeguard   TEXT NOT NULL,
    reading     TEXT NOT NULL,
    date        TEXT NOT NULL,
    note        TEXT NOT NULL,
    changed     TEXT NOT NULL,
    PRIMARY KEY (institution, name, safeguard)
) WITHOUT ROWID;

CREATE TABLE incident (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    institution TEXT NOT NULL,
    name        TEXT NOT NULL,
    date        TEXT NOT NULL,
    note        TEXT NOT NULL,
    created     TEXT NOT NULL,
    removed     INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);

CREATE TABLE incident_kind (
    incident INTEGER NOT NULL REFERENCES incident (id),
    place    INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    PRIMARY KEY (incident, place)
) WITHOUT ROWID;
