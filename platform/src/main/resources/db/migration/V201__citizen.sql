-- One row per citizen. cpr_hash is an HMAC under a key derived from the master key: it finds a citizen, and cannot be
-- turned back into a number without the master key. wrapped_key is the citizen's data key, sealed under the master key.
create table citizen (
    citizen_id  uuid        primary key,
    cpr_hash    bytea       not null unique,
    wrapped_key bytea       not null,
    created_at  timestamptz not null default now()
);

-- Recognises the master key that this database was written with, so that a wrong one is refused at start.
create table vault_key_check (
    only_row    boolean     primary key default true check (only_row),
    check_value bytea       not null
);
