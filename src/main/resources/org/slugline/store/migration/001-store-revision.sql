-- One number for each scope that is printed; bumped in the transaction that changes what is printed.
CREATE TABLE revision (
  scope   TEXT PRIMARY KEY,
  number  INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;
