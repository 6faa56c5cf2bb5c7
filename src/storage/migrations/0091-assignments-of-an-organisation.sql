-- An assignment says whose it is. Row-level security asked the account of every row it met: for a list of who has a role that is
-- every holder in the country. Now it is a comparison, and an index leads to the organisation's own.

alter table role_assignment add column organisation_id uuid references organisation;
update role_assignment set organisation_id = account.organisation_id from account where account.id = role_assignment.account_id;
alter table role_assignment alter column organisation_id set not null;
-- Whatever is written there, this is what stands there.
alter table role_assignment alter column organisation_id set default current_organisation();

create function take_organisation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.organisation_id := (select organisation_id from account where id = new.account_id);
  return new;
end
$$;
create trigger take_organisation before insert or update of account_id, organisation_id on role_assignment
  for each row execute function take_organisation();

-- An account that goes over to another organisation takes its roles along.
create function pass_organisation_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update role_assignment set organisation_id = new.organisation_id where account_id = new.id;
  return null;
end
$$;
create trigger pass_organisation_on after update of organisation_id on account
  for each row when (new.organisation_id is distinct from old.organisation_id) execute function pass_organisation_on();

drop policy own on role_assignment;
create policy own on role_assignment to seb_organisation using (organisation_id = current_organisation());

create index role_assignment_in_organisation on role_assignment (organisation_id, role_id, account_id)
  include (withdrawn_at, valid_from, valid_until);
