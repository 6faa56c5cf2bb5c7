-- Who had what on a day in the past: what an account or an assignment was before each change of it is kept, whoever makes the
-- change. A row that says `until` tells how it was up to that moment; after the last of them the row itself does.

create table earlier_row (
  sequence bigint generated always as identity primary key,
  kind text not null check (kind in ('account', 'role-assignment')),
  row_id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  until timestamptz not null,
  kept jsonb not null
);
create index earlier_row_of_account on earlier_row (account_id, kind, until);

grant select on earlier_row to seb_broker, seb_organisation;
alter table earlier_row enable row level security;
create policy broker on earlier_row for select to seb_broker using (true);
create policy own on earlier_row for select to seb_organisation using (organisation_id = current_organisation());

-- When the assignment was made: it may be made for a day to come.
alter table role_assignment add column given_at timestamptz not null default now();
update role_assignment set given_at = least(valid_from, now());

-- With the rights of the schema's owner: no role that people's requests run as writes history.
create function keep_earlier_account() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into earlier_row (kind, row_id, account_id, organisation_id, until, kept)
  values ('account', old.id, old.id, old.organisation_id, now(), to_jsonb(old));
  return null;
end
$$;
-- Not when somebody logs in, which changes no access.
create trigger keep_earlier_account after update of status, unit_id, valid_from, valid_until, rid, organisation_id on account
  for each row when ((old.status, old.unit_id, old.valid_from, old.valid_until, old.rid, old.organisation_id)
    is distinct from (new.status, new.unit_id, new.valid_from, new.valid_until, new.rid, new.organisation_id))
  execute function keep_earlier_account();

create function keep_earlier_assignment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into earlier_row (kind, row_id, account_id, organisation_id, until, kept)
  values ('role-assignment', old.id, old.account_id, old.organisation_id, now(), to_jsonb(old));
  return null;
end
$$;
create trigger keep_earlier_assignment after update of scopes, valid_from, valid_until, withdrawn_at, reason on role_assignment
  for each row when ((old.scopes, old.valid_from, old.valid_until, old.withdrawn_at, old.reason)
    is distinct from (new.scopes, new.valid_from, new.valid_until, new.withdrawn_at, new.reason))
  execute function keep_earlier_assignment();
create trigger keep_removed_assignment after delete on role_assignment
  for each row execute function keep_earlier_assignment();
