-- Two database roles behind the application's own checks. `seb_broker` runs the sign-in: it reads across organisations,
-- since the organisation is not known before the answer is. `seb_organisation` is for administration: without
-- `seb.organisation` set for the transaction it sees no rows at all. Neither can change or remove an audit event.
do $$
begin
  if not exists (select from pg_roles where rolname = 'seb_broker') then
    create role seb_broker nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'seb_organisation') then
    create role seb_organisation nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of the same cluster was first
end
$$;
grant seb_broker, seb_organisation to current_user;

grant usage on schema public to seb_broker, seb_organisation;
grant select, insert, update, delete on all tables in schema public to seb_broker;
revoke update, delete, truncate on audit_event from seb_broker;
grant select on organisation, unit, service, role, role_scope, service_grant, person, account, identity, role_assignment,
  audit_event, identity_provider to seb_organisation;
grant insert on audit_event to seb_organisation;

create function current_organisation() returns uuid language sql stable
  return nullif(current_setting('seb.organisation', true), '')::uuid;

alter table organisation enable row level security;
alter table unit enable row level security;
alter table service_grant enable row level security;
alter table account enable row level security;
alter table role_assignment enable row level security;
alter table person enable row level security;
alter table identity enable row level security;
alter table audit_event enable row level security;

create policy broker on organisation to seb_broker using (true) with check (true);
create policy broker on unit to seb_broker using (true) with check (true);
create policy broker on service_grant to seb_broker using (true) with check (true);
create policy broker on account to seb_broker using (true) with check (true);
create policy broker on role_assignment to seb_broker using (true) with check (true);
create policy broker on person to seb_broker using (true) with check (true);
create policy broker on identity to seb_broker using (true) with check (true);
create policy broker_reads on audit_event for select to seb_broker using (true);
create policy broker_writes on audit_event for insert to seb_broker with check (true);

create policy own on organisation to seb_organisation using (id = current_organisation());
create policy own on unit to seb_organisation using (organisation_id = current_organisation());
create policy own on service_grant to seb_organisation using (organisation_id = current_organisation());
create policy own on account to seb_organisation using (organisation_id = current_organisation());
create policy own on role_assignment to seb_organisation using (
  exists (select from account where account.id = role_assignment.account_id and account.organisation_id = current_organisation()));
create policy own on person to seb_organisation using (
  exists (select from account where account.person_id = person.id and account.organisation_id = current_organisation()));
create policy own on identity to seb_organisation using (
  exists (select from account where account.person_id = identity.person_id and account.organisation_id = current_organisation()));
create policy own_reads on audit_event for select to seb_organisation using (organisation_id = current_organisation());
create policy own_writes on audit_event for insert to seb_organisation with check (organisation_id = current_organisation());
