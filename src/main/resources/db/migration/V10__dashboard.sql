-- How the fields of a page stand, kept when they are judged and answered, since readings and answers are sealed.
-- What is neither is empty: accepted + confirm + double_entry + none - by_reader - by_person - waiting - unreadable.

ALTER TABLE judgement ADD COLUMN by_reader INTEGER NOT NULL DEFAULT 0;    -- accepted as read
ALTER TABLE judgement ADD COLUMN by_person INTEGER NOT NULL DEFAULT 0;    -- settled by what people said
ALTER TABLE judgement ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;      -- for a person, or a second one
ALTER TABLE judgement ADD COLUMN unreadable INTEGER NOT NULL DEFAULT 0;   -- people said that nobody can read it

-- Of older pages it is not known which fields were unreadable: they count as settled by people.
UPDATE judgement SET by_reader = accepted;
UPDATE judgement SET waiting = confirm + double_entry WHERE EXISTS (
    SELECT 1 FROM scan s WHERE s.original = judgement.original AND s.idx = judgement.idx AND s.state <> 'released');
UPDATE judgement SET waiting = (
    SELECT t.open_fields FROM review_task t
    WHERE t.original = judgement.original AND t.idx = judgement.idx AND t.state <> 'closed')
WHERE EXISTS (
    SELECT 1 FROM review_task t WHERE t.original = judgement.original AND t.idx = judgement.idx
        AND t.state <> 'closed' AND t.open_fields < judgement.waiting);
UPDATE judgement SET by_person = confirm + double_entry - waiting;

-- Ids of fields that the form requires and that were released without a value, separated by blanks.
ALTER TABLE page_release ADD COLUMN unsaid TEXT NOT NULL DEFAULT '';

CREATE INDEX original_received ON original (received_at);
CREATE INDEX scan_changed ON scan (changed_at);
CREATE INDEX page_release_at ON page_release (released_at);
CREATE INDEX decision_at ON decision (decided_at, code, reviewer, task);

-- Everything that is counted, without walking over what is sealed, which is much longer.
CREATE INDEX page_outcome_counted ON page_outcome
    (original, idx, code, form, form_version, serial, page, copy, patient_key, encounter_key);
CREATE INDEX judgement_counted ON judgement
    (original, idx, by_reader, by_person, waiting, unreadable, accepted, confirm, double_entry, none);
