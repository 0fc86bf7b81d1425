-- Every event of every case. Rows are only ever added; Axon's JDBC engine writes and reads them by these names.
CREATE TABLE event (
    -- Order of insertion, not of commit: readers track the gaps (see EventStoreConfiguration).
    global_index bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    aggregate_identifier text NOT NULL,
    -- Dense from 0 in each case; the unique constraint below is what refuses the loser of a race.
    sequence_number bigint NOT NULL,
    event_identifier text NOT NULL,
    type text,
    -- Recording time as ISO text in UTC with milliseconds, which sorts as it reads.
    time_stamp text NOT NULL,
    -- Logical name and revision, never a Java name.
    payload_type text NOT NULL,
    payload_revision text,
    -- Bytes, not jsonb: what was written is what is hashed and read back, to the last byte.
    payload bytea NOT NULL,
    meta_data bytea NOT NULL,
    UNIQUE (aggregate_identifier, sequence_number)
);

-- A case folded up to an event, to save reading all of it again. Can be deleted at any time.
CREATE TABLE snapshot (
    aggregate_identifier text NOT NULL,
    sequence_number bigint NOT NULL,
    type text NOT NULL,
    event_identifier text NOT NULL,
    time_stamp text NOT NULL,
    payload_type text NOT NULL,
    payload_revision text,
    payload bytea NOT NULL,
    meta_data bytea NOT NULL,
    PRIMARY KEY (aggregate_identifier, sequence_number)
);
