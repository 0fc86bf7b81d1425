-- The ledger: one Merkle log over every stored event (docs/ledger.md). All of it but the checkpoints can be computed
-- again from the events, and comes out the same.

-- How far it has come; one row, from the first event on. Whoever appends holds it.
CREATE TABLE ledger_state (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    -- Events in the ledger.
    size bigint NOT NULL,
    -- The last of them in its store.
    global_index bigint NOT NULL
);

-- 256 hashes each as in C2SP tlog-tiles: those of level 0 are the leaves, those of a higher one the roots of full tiles below.
CREATE TABLE ledger_tile (
    level smallint NOT NULL,
    index bigint NOT NULL,
    hashes bytea NOT NULL,
    PRIMARY KEY (level, index)
);
-- Hashes do not compress.
ALTER TABLE ledger_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Where an event is. The streams are named too, so that it can be told which one is missing.
CREATE TABLE ledger_position (
    event_id uuid PRIMARY KEY,
    stream uuid NOT NULL,
    position bigint NOT NULL,
    global_index bigint NOT NULL
);

-- Checkpoints with whatever signatures they have; kept in a folder outside the database too, which decides.
CREATE TABLE ledger_checkpoint (
    origin text NOT NULL,
    size bigint NOT NULL,
    made_at timestamptz NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (origin, made_at)
);
