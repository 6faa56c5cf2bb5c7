-- What every sign-in reads of services and identity providers is kept in the memory of each process while this table stays
-- the same. Rows, not a counter: a counter would make everybody who changes a service wait for everybody else.
create table directory_change (
  id bigint generated always as identity primary key,
  changed_at timestamptz not null
);
grant select, insert, delete on directory_change to seb_broker;

create function note_directory_change() returns trigger language plpgsql as $$
begin
  insert into directory_change (changed_at) values (now());
  return null;
end
$$;

create trigger service_listed after insert or delete on service for each statement execute function note_directory_change();
create trigger provider_listed after insert or delete on identity_provider for each statement execute function note_directory_change();
create trigger provider_activated after insert or update or delete on service_identity_provider for each statement
  execute function note_directory_change();
-- That an address was asked for metadata changes nothing by itself.
create trigger service_changed after update on service for each row
  when (to_jsonb(old) - '{metadata_checked_at,metadata_problem}'::text[] is distinct from to_jsonb(new) - '{metadata_checked_at,metadata_problem}'::text[])
  execute function note_directory_change();
create trigger provider_changed after update on identity_provider for each row
  when (to_jsonb(old) - '{metadata_checked_at,metadata_problem}'::text[] is distinct from to_jsonb(new) - '{metadata_checked_at,metadata_problem}'::text[])
  execute function note_directory_change();
