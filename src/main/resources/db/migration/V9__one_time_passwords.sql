-- A password that an administrator handed over is good for one thing: choosing one's own.

ALTER TABLE account ADD COLUMN one_time INTEGER NOT NULL DEFAULT 0;
