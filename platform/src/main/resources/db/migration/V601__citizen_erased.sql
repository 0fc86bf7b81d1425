-- A forgotten citizen keeps a row without key and without the number's hash: the id is known, nothing can be read or found.
alter table citizen alter column cpr_hash drop not null;
alter table citizen alter column wrapped_key drop not null;
alter table citizen add column erased_at timestamptz;
alter table citizen add constraint citizen_keyed_or_erased check (
    (erased_at is null) = (wrapped_key is not null) and (erased_at is null) = (cpr_hash is not null));
