-- Users for an installation without an OpenID Connect issuer.
create table local_user (
    username      text        primary key,
    password_hash text        not null,
    role          text        not null,
    unit          text,
    -- Further units whose cases the user may see, for someone who covers for a neighbour.
    units         text[]      not null default '{}',
    created_at    timestamptz not null default now()
);
