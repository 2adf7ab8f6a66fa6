-- Which device or folder delivered a file, as the hospital calls it: so that what a bad scanner sent can be found again.
ALTER TABLE batch ADD COLUMN source TEXT NOT NULL DEFAULT '';
