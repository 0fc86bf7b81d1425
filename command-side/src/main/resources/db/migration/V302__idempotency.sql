-- What a request with an Idempotency-Key was answered. Written in the transaction of its events, so that there is a row
-- exactly where there is something to repeat.
create table idempotency (
    actor        text        not null,
    key          text        not null,
    request_hash text        not null,
    case_id      uuid        not null,
    version      bigint      not null,
    created_at   timestamptz not null default now(),
    primary key (actor, key)
);
