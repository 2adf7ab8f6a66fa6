-- Which unit a sheet was printed for, and whether it is still in the unit's kit.

ALTER TABLE printed_form ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE printed_form ADD COLUMN kit INTEGER NOT NULL DEFAULT 0;      -- 1: made with a kit, perhaps never on paper
ALTER TABLE printed_form ADD COLUMN replaced_at BIGINT;                  -- since when the unit's kit no longer has it
CREATE INDEX printed_form_unit ON printed_form (unit, kit);

-- What a person said of a page that did not come back. Rows are only added.
CREATE TABLE page_declaration (
    serial      TEXT NOT NULL,
    page        INTEGER NOT NULL,
    what        TEXT NOT NULL,           -- unused, spoiled, lost, keyed
    person      TEXT NOT NULL,
    declared_at BIGINT NOT NULL,
    PRIMARY KEY (serial, page)
);
