-- The same columns as before. With equal types in both halves SQLite finds a piece by kind and ref in any join;
-- without, each such join read the whole archive.
DROP VIEW coverage;
CREATE VIEW coverage AS
  SELECT 'a' || id AS piece, 'article' AS kind, id AS ref, CAST(NULL AS INTEGER) AS outlet, language, headline AS title,
         standfirst AS summary, text, CAST('/articles/' || slug AS TEXT) AS link, published, released AS seen, digest
    FROM article WHERE state = 'released'
  UNION ALL
  SELECT 'i' || id, 'item', id, outlet, language, title, summary, text, link, published, first_seen, digest
    FROM item;

-- Pieces that came or went since grouping last looked.
CREATE TABLE grouping_todo (
  came INTEGER NOT NULL,                  -- when it came; 0 it went
  kind TEXT NOT NULL,
  ref  INTEGER NOT NULL,
  PRIMARY KEY (came, kind, ref)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER grouping_item_new AFTER INSERT ON item BEGIN
  INSERT OR IGNORE INTO grouping_todo VALUES (max(1, new.first_seen), 'item', new.id);
END;
CREATE TRIGGER grouping_item_gone AFTER DELETE ON item BEGIN
  INSERT OR IGNORE INTO grouping_todo VALUES (0, 'item', old.id);
END;
CREATE TRIGGER grouping_article_new AFTER INSERT ON article WHEN new.state = 'released' BEGIN
  INSERT OR IGNORE INTO grouping_todo VALUES (max(1, coalesce(new.released, 1)), 'article', new.id);
END;
CREATE TRIGGER grouping_article_changed AFTER UPDATE OF state ON article
WHEN old.state IS NOT new.state AND 'released' IN (old.state, new.state) BEGIN
  INSERT OR IGNORE INTO grouping_todo
  VALUES (CASE new.state WHEN 'released' THEN max(1, coalesce(new.released, 1)) ELSE 0 END, 'article', new.id);
END;
CREATE TRIGGER grouping_article_gone AFTER DELETE ON article BEGIN
  INSERT OR IGNORE INTO grouping_todo VALUES (0, 'article', old.id);
END;

INSERT INTO grouping_todo
  SELECT max(1, c.seen), c.kind, c.ref FROM coverage c
   WHERE NOT EXISTS (SELECT 1 FROM placement p WHERE p.piece = c.piece);
INSERT INTO grouping_todo
  SELECT 0, p.kind, p.ref FROM placement p
   WHERE NOT EXISTS (SELECT 1 FROM coverage c WHERE c.kind = p.kind AND c.ref = p.ref);

CREATE INDEX story_merged ON story (merged_into) WHERE merged_into IS NOT NULL;
