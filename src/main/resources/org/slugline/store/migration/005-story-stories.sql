CREATE TABLE story (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,       -- opaque, in addresses
  headline    TEXT NOT NULL,              -- of its most central piece
  lead        TEXT NOT NULL,              -- that piece
  pieces      INTEGER NOT NULL,
  outlets     INTEGER NOT NULL,           -- our own counts as one
  independent INTEGER NOT NULL,           -- without agency copies
  first_seen  INTEGER NOT NULL,
  last_seen   INTEGER NOT NULL,
  article     INTEGER,                    -- our own newest piece on it
  merged_into INTEGER REFERENCES story (id),
  arrival     INTEGER NOT NULL,           -- of its latest piece, on the engine's clock
  ended       INTEGER NOT NULL            -- 1: it takes no more pieces, its lists are frozen
) STRICT;

CREATE INDEX story_live ON story (arrival) WHERE ended = 0;
CREATE INDEX story_moving ON story (last_seen DESC, id DESC) WHERE merged_into IS NULL AND outlets > 1;

CREATE TABLE placement (
  number    INTEGER PRIMARY KEY,          -- in order of placing
  piece     TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL,                -- with ref: how to find it in coverage by a key
  ref       INTEGER NOT NULL,
  outlet    INTEGER NOT NULL,             -- 0 our own
  story     INTEGER NOT NULL REFERENCES story (id),
  at        INTEGER NOT NULL,             -- when it was placed
  arrival   INTEGER NOT NULL,             -- when it came, on the engine's clock, which never goes back
  seen      INTEGER NOT NULL,             -- the piece's own time, as the engine took it
  score     REAL NOT NULL,
  reasons   TEXT NOT NULL,
  copy_of   TEXT NOT NULL,                -- the piece whose agency copy it carries; '' its own report
  digest    TEXT NOT NULL,                -- of the words it was placed by
  signature TEXT NOT NULL,                -- its frozen vector; '' when its story has ended
  bridges   TEXT NOT NULL,                -- ids of stories it nearly joined
  merges    TEXT NOT NULL                 -- ELDER<YOUNGER of stories that became one through it
) STRICT;

CREATE INDEX placement_story ON placement (story, seen);
CREATE INDEX placement_seen ON placement (seen);
CREATE INDEX placement_arrival ON placement (arrival);

CREATE TABLE related (
  piece TEXT NOT NULL,
  rank  INTEGER NOT NULL,
  other TEXT NOT NULL,
  score REAL NOT NULL,
  why   TEXT NOT NULL,
  PRIMARY KEY (piece, rank)
) STRICT, WITHOUT ROWID;

CREATE INDEX related_other ON related (other);

-- What retention must not forget.
CREATE TABLE keep (
  piece TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE VIEW coverage AS
  SELECT 'a' || id AS piece, 'article' AS kind, id AS ref, NULL AS outlet, language, headline AS title,
         standfirst AS summary, text, '/articles/' || slug AS link, published, released AS seen, digest
    FROM article WHERE state = 'released'
  UNION ALL
  SELECT 'i' || id, 'item', id, outlet, language, title, summary, text, link, published, first_seen, digest
    FROM item;

CREATE VIEW coverage_edit AS
  SELECT 'a' || v.article AS piece, v.at, v.headline AS title, v.standfirst AS summary
    FROM article_version v JOIN article a ON a.id = v.article AND a.state = 'released'
   WHERE v.state = 'released'
  UNION ALL
  SELECT 'i' || item, at, title, summary FROM item_version;

CREATE VIEW sight AS
  SELECT outlet, at FROM poll WHERE outcome IN ('new', 'unchanged');

CREATE VIEW v1_outlets AS
  SELECT id, url, title, status, NULLIF(error, '') AS error, failures, last_poll, next_poll FROM outlet;

CREATE VIEW v1_items AS
  SELECT i.id, i.outlet, i.guid, i.link, i.title, i.author, i.published, i.first_seen, i.updated, i.summary,
         i.content, s.name AS story
    FROM item i
    LEFT JOIN placement p ON p.piece = 'i' || i.id
    LEFT JOIN story s ON s.id = p.story;

CREATE VIEW v1_articles AS
  SELECT a.id, a.uri, a.slug, a.headline, a.state, a.published, a.updated, a.version, s.name AS story
    FROM article a
    LEFT JOIN placement p ON p.piece = 'a' || a.id
    LEFT JOIN story s ON s.id = p.story;

CREATE VIEW v1_stories AS
  SELECT s.name AS id, s.headline, s.outlets, s.independent, s.first_seen, s.last_seen, m.name AS merged_into
    FROM story s LEFT JOIN story m ON m.id = s.merged_into;
