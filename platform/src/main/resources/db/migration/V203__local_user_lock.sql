-- An operator locks a user out without forgetting who it was: the name stands in events.
alter table local_user
    add column locked     boolean     not null default false,
    add column changed_at timestamptz not null default now();
update local_user set changed_at = created_at;
