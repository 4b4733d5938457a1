-- Other programs see what readers see, or saw: nothing of a piece leaves the desk before its release.
DROP VIEW v1_articles;
CREATE VIEW v1_articles AS
  SELECT a.id, a.uri, a.slug, a.headline, a.state, a.published, a.updated, a.version, s.name AS story
    FROM article a
    LEFT JOIN placement p ON p.piece = 'a' || a.id
    LEFT JOIN story s ON s.id = p.story
   WHERE a.state = 'released' OR (a.state = 'withdrawn' AND a.released IS NOT NULL);
