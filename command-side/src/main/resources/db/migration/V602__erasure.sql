-- Requests that a citizen be forgotten: noted before the request is recorded as an event, so that no approved one can be
-- missed, and afterwards the receipt of what was done. Whether a request was made and approved is told by the events alone.
create table erasure (
    citizen_id   uuid        not null,
    request_id   uuid        not null,
    noted_at     timestamptz not null default now(),
    -- The rest is written in the transaction that destroys the key.
    cases        integer,
    events       bigint,
    key_rows     integer,
    register     integer,
    idempotency  integer,
    snapshots    integer,
    destroyed_at timestamptz,
    -- How far the database's own files were cleaned: TABLES or LOG_TOO.
    files        text,
    files_at     timestamptz,
    done_at      timestamptz,
    primary key (citizen_id, request_id)
);
create index erasure_undone on erasure (noted_at) where done_at is null;
