-- Filled by catch-up in bulk, a row a piece; rowid is twice the piece's number, plus one for articles.
CREATE VIRTUAL TABLE search_index USING fts5 (
  title, summary, text,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

CREATE TABLE search_piece (
  id     INTEGER PRIMARY KEY,
  piece  TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL
) STRICT;

CREATE TABLE search_cursor (
  name TEXT PRIMARY KEY,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
