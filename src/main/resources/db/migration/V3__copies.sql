-- A sheet may be printed with copies, which share its serial: how many there are.

ALTER TABLE printed_form ADD COLUMN copies INTEGER NOT NULL DEFAULT 1;

-- What a person said of a page belongs to one copy.
ALTER TABLE page_declaration RENAME TO page_declaration_once;
CREATE TABLE page_declaration (
    serial      TEXT NOT NULL,
    copy        INTEGER NOT NULL,
    page        INTEGER NOT NULL,
    what        TEXT NOT NULL,           -- unused, spoiled, lost, keyed, filed
    person      TEXT NOT NULL,
    declared_at BIGINT NOT NULL,
    PRIMARY KEY (serial, copy, page)
);
INSERT INTO page_declaration SELECT serial, 1, page, what, person, declared_at FROM page_declaration_once;
DROP TABLE page_declaration_once;
