-- Lists (authors, tags, images, videos, audio, sources) are JSON with the names of contract/article.md.
CREATE TABLE article (
  id           INTEGER PRIMARY KEY,
  uri          TEXT NOT NULL UNIQUE,      -- tag: URI, RFC 4151; never changes
  slug         TEXT NOT NULL UNIQUE,
  state        TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'released', 'withdrawn')),
  headline     TEXT NOT NULL,
  standfirst   TEXT NOT NULL,
  kicker       TEXT NOT NULL,
  dateline     TEXT NOT NULL,
  rights       TEXT NOT NULL,
  body         TEXT NOT NULL,             -- as filed
  body_type    TEXT NOT NULL,
  html         TEXT NOT NULL,             -- as printed: sanitised, figures in their places
  text         TEXT NOT NULL,             -- the words of html, for search and grouping
  section      TEXT NOT NULL,
  section_slug TEXT NOT NULL,
  language     TEXT NOT NULL,
  authors      TEXT NOT NULL,
  tags         TEXT NOT NULL,
  images       TEXT NOT NULL,
  videos       TEXT NOT NULL,
  audio        TEXT NOT NULL,
  sources      TEXT NOT NULL,
  published    INTEGER,                   -- never moves once released
  embargo      INTEGER,
  due          INTEGER,                   -- when a scheduled piece is to be released
  released     INTEGER,                   -- the write that released it first
  updated      INTEGER NOT NULL,          -- when its words changed
  version      INTEGER NOT NULL,
  note         TEXT NOT NULL,             -- of its withdrawal
  digest       TEXT NOT NULL              -- of all that was filed, SHA-256
) STRICT;

CREATE INDEX article_newest ON article (published DESC, id DESC) WHERE state = 'released';
CREATE INDEX article_due ON article (due) WHERE state = 'scheduled';
CREATE INDEX article_archive ON article (released, id) WHERE released IS NOT NULL;
CREATE INDEX article_section ON article (section_slug, published DESC, id DESC) WHERE state = 'released';

CREATE TABLE article_version (
  article    INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  who        TEXT NOT NULL,
  kind       TEXT NOT NULL,               -- filed released update clarification correction retraction withdrawal
  note       TEXT NOT NULL,
  state      TEXT NOT NULL,
  headline   TEXT NOT NULL,
  standfirst TEXT NOT NULL,
  html       TEXT NOT NULL,
  fields     TEXT NOT NULL,               -- everything as filed, JSON
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- Addresses that an article had before.
CREATE TABLE article_slug (
  slug    TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- All that an erasure keeps: the id is never given again.
CREATE TABLE article_erased (
  uri      TEXT PRIMARY KEY,
  at       INTEGER NOT NULL,
  released INTEGER                        -- NULL: readers never saw it
) STRICT, WITHOUT ROWID;

-- Which sections, tags and authors an article stands under, by slug: for their pages and feeds.
CREATE TABLE article_label (
  kind    TEXT NOT NULL CHECK (kind IN ('tag', 'author')),
  slug    TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  name    TEXT NOT NULL,
  PRIMARY KEY (kind, slug, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE media (
  name    TEXT PRIMARY KEY,               -- {sha256}.{ext}
  type    TEXT NOT NULL,
  bytes   INTEGER NOT NULL,
  width   INTEGER,
  height  INTEGER,
  caption TEXT NOT NULL,                  -- as the file itself says
  credit  TEXT NOT NULL,
  added   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article_media (
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  name    TEXT NOT NULL,                  -- as the article calls it
  media   TEXT NOT NULL REFERENCES media (name),
  PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;

-- Files that were published, so that an unchanged file writes nothing and a missing one is noticed.
CREATE TABLE filing (
  path    TEXT PRIMARY KEY,
  digest  TEXT NOT NULL,                  -- of the file, SHA-256
  beside  TEXT NOT NULL,                  -- its pictures with their sizes and times, JSON
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX filing_article ON filing (article);
CREATE INDEX filing_digest ON filing (digest);

CREATE TABLE idempotency (
  key     TEXT PRIMARY KEY,               -- the token's name before it: keys of two never clash
  digest  TEXT NOT NULL,                  -- of the request's body, SHA-256
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,               -- 1: the first answer was 201
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_at ON idempotency (at);

-- The address that the stored html was printed with.
CREATE TABLE desk_base (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  base TEXT NOT NULL
) STRICT;
