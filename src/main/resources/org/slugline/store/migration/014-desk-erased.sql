-- Where the files of erased articles lay, as digests: a file that lies there still brings none of them back.
CREATE TABLE filing_erased (
  path TEXT PRIMARY KEY,                  -- SHA-256
  uri  TEXT NOT NULL REFERENCES article_erased (uri)
) STRICT, WITHOUT ROWID;
