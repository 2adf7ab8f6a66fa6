-- Sheets between batches. Who put a batch together stays sealed in the outcome.
CREATE TABLE batch_sheet (
    original  TEXT NOT NULL,
    idx       INTEGER NOT NULL,
    kind      TEXT NOT NULL,                -- batch-header, batch-trailer, separator
    batch     TEXT NOT NULL,                -- its number; empty on a separator
    unit      TEXT NOT NULL,
    shift     TEXT NOT NULL,
    expected  INTEGER,                      -- sheets of paper, as counted by a person
    issued_at BIGINT NOT NULL,
    PRIMARY KEY (original, idx),
    FOREIGN KEY (original, idx) REFERENCES scan (original, idx)
);
CREATE INDEX batch_sheet_batch ON batch_sheet (batch);

-- What was found when a printed page came again. Rows are only added; both scans are kept.
CREATE TABLE rescan (
    sequence         ${serial},
    original         TEXT NOT NULL,
    idx              INTEGER NOT NULL,
    earlier_original TEXT NOT NULL,
    earlier_idx      INTEGER NOT NULL,
    verdict          TEXT NOT NULL,         -- same, better, newer, differs, unclear
    reason           TEXT NOT NULL,         -- what the better image was chosen by, or why nobody can say
    fields           TEXT NOT NULL,         -- ids of fields with new ink or another content, separated by blanks
    found_at         BIGINT NOT NULL
);
CREATE INDEX rescan_scan ON rescan (original, idx);

-- What persons said of pages that did not come back, and took back. Rows are only added; the newest of a page counts.
CREATE TABLE page_statement (
    sequence ${serial},
    serial   TEXT NOT NULL,
    copy     INTEGER NOT NULL,
    page     INTEGER NOT NULL,
    what     TEXT NOT NULL,                 -- as in page_declaration, or taken-back
    person   TEXT NOT NULL,
    said_at  BIGINT NOT NULL
);
CREATE INDEX page_statement_page ON page_statement (serial, copy, page, sequence);
INSERT INTO page_statement (serial, copy, page, what, person, said_at)
    SELECT serial, copy, page, what, person, declared_at FROM page_declaration ORDER BY declared_at, serial, copy, page;
DROP TABLE page_declaration;

CREATE VIEW page_declaration AS
    SELECT s.serial, s.copy, s.page, s.what, s.person, s.said_at AS declared_at FROM page_statement s
    WHERE s.what <> 'taken-back'
      AND NOT EXISTS (SELECT 1 FROM page_statement n
                      WHERE n.serial = s.serial AND n.copy = s.copy AND n.page = s.page
                        AND n.sequence > s.sequence);

-- How fast pages are read is counted from these.
CREATE INDEX page_outcome_read_at ON page_outcome (read_at);
