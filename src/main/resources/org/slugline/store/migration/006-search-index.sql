-- One row a piece; the rowid grows with the time of publication, so that "newest first" needs no sorting.
-- Words of scripts without spaces are written as overlapping pairs of letters.
CREATE VIRTUAL TABLE search_index USING fts5 (
  title, summary, text,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

CREATE TABLE search_piece (
  id       INTEGER PRIMARY KEY,           -- rowid of the index
  piece    TEXT NOT NULL UNIQUE,
  ours     INTEGER NOT NULL,
  outlet   INTEGER,
  language TEXT NOT NULL
) STRICT;

-- Pieces that appeared, changed or went since the index was last brought up to date.
CREATE TABLE search_todo (
  piece TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER search_item_new AFTER INSERT ON item BEGIN
  INSERT OR IGNORE INTO search_todo VALUES ('i' || new.id);
END;
CREATE TRIGGER search_item_edited AFTER UPDATE OF digest, text ON item
WHEN old.digest IS NOT new.digest OR old.text IS NOT new.text BEGIN
  INSERT OR IGNORE INTO search_todo VALUES ('i' || new.id);
END;
CREATE TRIGGER search_item_gone AFTER DELETE ON item BEGIN
  INSERT OR IGNORE INTO search_todo VALUES ('i' || old.id);
END;
CREATE TRIGGER search_article_new AFTER INSERT ON article WHEN new.state = 'released' BEGIN
  INSERT OR IGNORE INTO search_todo VALUES ('a' || new.id);
END;
CREATE TRIGGER search_article_changed AFTER UPDATE OF state, digest ON article
WHEN old.state IS NOT new.state OR old.digest IS NOT new.digest BEGIN
  INSERT OR IGNORE INTO search_todo VALUES ('a' || new.id);
END;
CREATE TRIGGER search_article_gone AFTER DELETE ON article BEGIN
  INSERT OR IGNORE INTO search_todo VALUES ('a' || old.id);
END;
