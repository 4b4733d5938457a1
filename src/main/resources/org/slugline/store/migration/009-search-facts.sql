-- Filters become words of the index: rare or common, alone or beside words, they cost what words cost.
-- Letters are folded before they come here (search.Folding), for all alphabets alike.
DROP TABLE search_index;
DROP TABLE search_piece;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, summary, text, facts,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '2 3'
);

CREATE TABLE search_piece (
  id  INTEGER PRIMARY KEY,                -- rowid of the index; grows with the time of publication
  ref INTEGER NOT NULL UNIQUE             -- number of an item; of an article, with a minus
) STRICT;

INSERT OR IGNORE INTO search_todo SELECT piece FROM coverage;
