CREATE TABLE outlet (
  id            INTEGER PRIMARY KEY,
  url           TEXT NOT NULL UNIQUE,     -- of the feed
  title         TEXT NOT NULL,            -- '' until the feed or the editor says it
  site          TEXT NOT NULL,            -- of the outlet's pages, as its feed says
  description   TEXT NOT NULL,
  language      TEXT NOT NULL,
  labels        TEXT NOT NULL,            -- one a line; folders by slashes
  named         INTEGER NOT NULL,         -- 1: the editor gave the title, the feed does not change it
  status        TEXT NOT NULL CHECK (status IN ('ok', 'failing', 'moved', 'gone', 'paused')),
  failures      INTEGER NOT NULL,         -- in a row
  reason        TEXT NOT NULL,            -- timeout dns refused … of contract/cli.md; '' when well
  error         TEXT NOT NULL,            -- the same in words
  failing_since INTEGER,
  etag          TEXT NOT NULL,            -- verbatim; '' none
  last_modified TEXT NOT NULL,
  validators_of TEXT NOT NULL,            -- the address that gave them
  body_digest   TEXT NOT NULL,            -- of the last body that was read
  last_full     INTEGER,                  -- when a whole body came last
  asks          TEXT NOT NULL,            -- what the feed asks of us, KEY=VALUE, one a line
  pace          INTEGER NOT NULL,         -- milliseconds between its items of late; 0 unknown
  ids_changed   INTEGER,                  -- when most of its ids changed at once
  moved_to      TEXT NOT NULL,            -- a permanent redirect not yet learnt
  moved_since   INTEGER,
  move_refused  TEXT NOT NULL,            -- the editor does not want this one
  last_poll     INTEGER,
  last_new      INTEGER,
  next_poll     INTEGER NOT NULL,
  next_why      TEXT NOT NULL,
  rest          INTEGER NOT NULL,         -- asked to be left alone till then
  leased        INTEGER NOT NULL,         -- until when somebody polls it
  settings      TEXT NOT NULL,            -- KEY=VALUE, one a line
  added         INTEGER NOT NULL,
  removed       INTEGER                   -- its items are kept, nothing else is shown of it
) STRICT;

CREATE INDEX outlet_due ON outlet (next_poll) WHERE status NOT IN ('gone', 'paused');

CREATE TABLE item (
  id         INTEGER PRIMARY KEY,
  outlet     INTEGER NOT NULL REFERENCES outlet (id) ON DELETE CASCADE,
  key        TEXT NOT NULL,               -- guid, else link, else digest: identity within the outlet
  guid       TEXT NOT NULL,               -- as the feed says it; '' none
  link       TEXT NOT NULL,
  title      TEXT NOT NULL,               -- plain text
  author     TEXT NOT NULL,
  language   TEXT NOT NULL,
  summary    TEXT NOT NULL,               -- plain text
  content    TEXT NOT NULL,               -- sanitised HTML, for matching only; may be forgotten
  text       TEXT NOT NULL,               -- the words of content; may be forgotten
  claimed    INTEGER,                     -- the time that the feed claims
  claimed_as TEXT NOT NULL,               -- as its letters stood
  published  INTEGER NOT NULL,            -- claimed, clamped; else first seen; stable for ever
  first_seen INTEGER NOT NULL,
  updated    INTEGER NOT NULL,            -- when its words changed
  digest     TEXT NOT NULL,
  UNIQUE (outlet, key)
) STRICT;

CREATE INDEX item_newest ON item (published DESC, id DESC);
CREATE INDEX item_outlet ON item (outlet, published DESC, id DESC);
CREATE INDEX item_link ON item (link) WHERE link <> '';
CREATE INDEX item_seen ON item (first_seen);

CREATE INDEX item_body ON item (first_seen) WHERE text <> '';

-- Marks of items that were forgotten: a feed that lists them still does not bring them back.
CREATE TABLE item_gone (
  outlet INTEGER NOT NULL REFERENCES outlet (id) ON DELETE CASCADE,
  mark   INTEGER NOT NULL,                -- the first 64 bits of the key's SHA-256
  PRIMARY KEY (outlet, mark)
) STRICT, WITHOUT ROWID;

-- Earlier wordings.
CREATE TABLE item_version (
  item    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  at      INTEGER NOT NULL,
  title   TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (item, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE poll (
  id      INTEGER PRIMARY KEY,
  outlet  INTEGER NOT NULL REFERENCES outlet (id) ON DELETE CASCADE,
  at      INTEGER NOT NULL,
  outcome TEXT NOT NULL,                  -- new unchanged failed gone
  status  INTEGER,                        -- of HTTP
  reason  TEXT NOT NULL,
  detail  TEXT NOT NULL,
  bytes   INTEGER NOT NULL,               -- on the wire
  millis  INTEGER NOT NULL,
  items   INTEGER NOT NULL,               -- new ones
  edited  INTEGER NOT NULL
) STRICT;

CREATE INDEX poll_outlet ON poll (outlet, at DESC);
CREATE INDEX poll_at ON poll (at);

-- What a host asked of us, shared by all processes.
CREATE TABLE host (
  name  TEXT PRIMARY KEY,
  until INTEGER NOT NULL                  -- asked to be left alone till then
) STRICT, WITHOUT ROWID;
