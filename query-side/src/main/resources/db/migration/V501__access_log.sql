-- Who looked at whose data. Rows are only ever added, and the oldest deleted when their time is over; each row's hash covers
-- the row and the hash before it (docs/access-log.md), so that neither can be done unseen in any other way.
create table access_entry (
    -- Dense from 1, also with several processes: the loser of a race for a place takes the next.
    position    bigint         primary key,
    seen_at     timestamptz(3) not null,
    actor       text           not null,
    role        text           not null,
    unit        text,
    client      text           not null,
    correlation text           not null,
    -- What was asked: the operation's name and its method and path as a template, never what was filled in.
    operation   text           not null,
    request     text           not null,
    purpose     text,
    status      smallint       not null,
    -- How many of the cases had another caseworker than the actor.
    others      smallint       not null,
    cases       uuid[]         not null,
    citizens    uuid[]         not null,
    hash        bytea          not null
);

-- A reader who is asked about comes up again and again, so an inverted index keeps a few bytes a row where a table of pairs would keep a hundred.
create index access_entry_subjects on access_entry using gin (citizens, cases);
-- Times rise with positions: a summary for each range of pages is enough.
create index access_entry_seen_at on access_entry using brin (seen_at) with (pages_per_range = 32);
-- The same few hundred names: equal keys are stored once.
create index access_entry_actor on access_entry (actor);

-- Where the log begins now: the last entry that was deleted when its time was over. Nothing was deleted: no row.
create table access_horizon (
    only_row boolean        primary key default true check (only_row),
    position bigint         not null,
    hash     bytea          not null,
    seen_at  timestamptz(3) not null
);

-- What a reader whose role requires a purpose has said it is, for a case or (all zeros) for lists.
create table access_purpose (
    actor     text           not null,
    subject   uuid           not null,
    purpose   text           not null,
    stated_at timestamptz(3) not null,
    primary key (actor, subject)
);
