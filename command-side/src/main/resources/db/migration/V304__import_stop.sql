-- Why an import stopped before its end, and at which line.
alter table import_run add column stopped_at_line bigint;
alter table import_run add column stop_reason text;
