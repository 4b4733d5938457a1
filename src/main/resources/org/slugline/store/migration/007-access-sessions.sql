-- Editors who are signed in at the desk in the browser.
CREATE TABLE session (
  id      TEXT PRIMARY KEY,              -- SHA-256 of the cookie's value, hex; the value is never stored
  token   TEXT NOT NULL,                 -- the name of the token that opened it
  proof   TEXT NOT NULL,                 -- SHA-256 of the cookie's value and the token's digest, hex
  opened  INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_expires ON session (expires);
