-- How far each import has come: lines_done is a prefix of the file that is completely done, and the counts are of it.
create table import_run (
    import_id  text        primary key,
    lines_done bigint      not null,
    accepted   bigint      not null,
    rejected   bigint      not null,
    unchanged  bigint      not null,
    state      text        not null,
    started_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
