-- A supervisor may hold a destination back, e.g. while the receiver is being repaired.
-- delivery.state now also knows 'by-hand': a person keyed the record at the receiver.

CREATE TABLE paused_destination (
    destination TEXT PRIMARY KEY,
    person      TEXT NOT NULL,
    since       BIGINT NOT NULL
);

CREATE INDEX delivery_parked ON delivery (position) WHERE state = 'parked';
