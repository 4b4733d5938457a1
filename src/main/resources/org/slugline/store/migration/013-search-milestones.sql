-- A row of the index at the beginning of each hour that has a piece, and one after all: a walk
-- through the index can be told to begin and to end there (search.Milestone). None is a piece.
INSERT INTO search_index (rowid, facts)
SELECT hour * 3600000 * 1024 - 1, char(57344) || 'h' || hour
  FROM (SELECT DISTINCT id / (3600000 * 1024) AS hour FROM search_piece)
 WHERE hour * 3600000 * 1024 - 1 NOT IN (SELECT id FROM search_piece)
 ORDER BY hour;

INSERT INTO search_index (rowid, facts) VALUES (4611686018427387904, char(57344) || 'top');
