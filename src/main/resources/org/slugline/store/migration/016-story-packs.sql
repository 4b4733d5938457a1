-- The live window once more, some thousand pieces to a row, so that a start is quick (story.Pack).
-- Made of placement and the engine's memory; whoever deletes a row costs a start some time, no more.
CREATE TABLE pack (
  first INTEGER PRIMARY KEY,              -- number of its first placement
  last  INTEGER NOT NULL,                 -- number of its last; none between is missing in it
  bytes BLOB NOT NULL
) STRICT;

-- What was withdrawn or forgotten must stand nowhere.
CREATE TRIGGER pack_placement_gone AFTER DELETE ON placement BEGIN
  DELETE FROM pack
   WHERE first = (SELECT max(first) FROM pack WHERE first <= OLD.number) AND last >= OLD.number;
END;
