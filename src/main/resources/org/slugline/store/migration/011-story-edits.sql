-- Corrections by time, and the earlier wordings of a story's pieces, are found without reading all versions.
CREATE INDEX article_version_correction ON article_version (at DESC, article DESC)
 WHERE kind IN ('clarification', 'correction', 'retraction');

-- The same columns as before, and a key to find them by; equal types in both halves, so that any join can use it.
DROP VIEW coverage_edit;
CREATE VIEW coverage_edit AS
  SELECT 'a' || v.article AS piece, v.at, v.headline AS title, v.standfirst AS summary, 'article' AS kind, v.article AS ref
    FROM article_version v JOIN article a ON a.id = v.article AND a.state = 'released'
   WHERE v.state = 'released'
  UNION ALL
  SELECT 'i' || item, at, title, summary, 'item', item FROM item_version;
