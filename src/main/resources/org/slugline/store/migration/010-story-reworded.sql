-- Pieces and outlets whose words changed since grouping last looked: all that names them is to be printed anew.
CREATE TABLE reworded (
  kind TEXT NOT NULL,                     -- item article outlet
  ref  INTEGER NOT NULL,
  PRIMARY KEY (kind, ref)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reworded_item AFTER UPDATE OF title, summary, link, author ON item
WHEN old.title IS NOT new.title OR old.summary IS NOT new.summary OR old.link IS NOT new.link
  OR old.author IS NOT new.author BEGIN
  INSERT OR IGNORE INTO reworded VALUES ('item', new.id);
END;
CREATE TRIGGER reworded_article AFTER UPDATE OF headline, standfirst, slug ON article
WHEN old.state = 'released' AND new.state = 'released'
 AND (old.headline IS NOT new.headline OR old.standfirst IS NOT new.standfirst OR old.slug IS NOT new.slug) BEGIN
  INSERT OR IGNORE INTO reworded VALUES ('article', new.id);
END;
-- not when its first poll introduces it: nothing names it yet
CREATE TRIGGER reworded_outlet AFTER UPDATE OF title, url, language ON outlet
WHEN old.last_poll IS NOT NULL
 AND (old.title IS NOT new.title OR old.url IS NOT new.url OR old.language IS NOT new.language) BEGIN
  INSERT OR IGNORE INTO reworded VALUES ('outlet', new.id);
END;

-- For feeds: what was withdrawn, and how long the archive is, without reading the articles.
CREATE INDEX article_withdrawn ON article (id) WHERE state = 'withdrawn';
CREATE INDEX article_kept ON article (released, id) WHERE released IS NOT NULL AND state IN ('released', 'withdrawn');
