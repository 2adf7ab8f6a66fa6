-- Scanners that write a file for every page: which files went through the scanner in one go is worked out from these.
ALTER TABLE batch ADD COLUMN series TEXT NOT NULL DEFAULT '';        -- keyed hash of source and common name; empty when a file is a stack of its own
ALTER TABLE batch ADD COLUMN number BIGINT NOT NULL DEFAULT 0;       -- running number in its name
ALTER TABLE batch ADD COLUMN made_at BIGINT NOT NULL DEFAULT 0;      -- ms, by its sender's clock; only compared with others of its series
ALTER TABLE batch ADD COLUMN backs_left_out INTEGER NOT NULL DEFAULT 0;
CREATE INDEX batch_series ON batch (series, made_at);
CREATE INDEX batch_original ON batch (original);
