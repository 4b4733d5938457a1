-- A request that comes again is answered as the first time, whatever became of the article since.
-- Empty for requests of before: they are answered with the article as it stands.
ALTER TABLE idempotency ADD COLUMN location TEXT NOT NULL DEFAULT '';
ALTER TABLE idempotency ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE idempotency ADD COLUMN body TEXT NOT NULL DEFAULT '';
