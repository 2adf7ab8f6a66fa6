-- A kit that is refreshed every hour leaves many replaced sheets. Each could be on paper, so each stays known; after some
-- months without a trace of it only its patient is forgotten.

ALTER TABLE printed_form ADD COLUMN site INTEGER;      -- of a sheet whose patient was forgotten; its sealed part is empty

-- What is in the kits now, without walking over what was.
DROP INDEX printed_form_unit;
CREATE INDEX printed_form_in_kit ON printed_form (unit) WHERE replaced_at IS NULL AND kit = 1;
CREATE INDEX printed_form_replaced ON printed_form (replaced_at) WHERE patient_key <> '';
