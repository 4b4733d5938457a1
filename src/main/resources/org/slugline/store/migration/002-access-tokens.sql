CREATE TABLE token (
  name    TEXT PRIMARY KEY,
  digest  TEXT NOT NULL UNIQUE,          -- SHA-256 of the secret, hex; the secret is never stored
  scopes  TEXT NOT NULL,                 -- by commas
  created INTEGER NOT NULL,
  used    INTEGER                        -- day precision
) STRICT;

CREATE TABLE audit (
  id     INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  who    TEXT NOT NULL,                  -- a token's name, or a command's
  act    TEXT NOT NULL,
  what   TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
