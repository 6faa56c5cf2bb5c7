-- When an account was last used in a service: people see it of themselves, and administrators what is not used. To the hour.
create table account_service_use (
  account_id uuid not null references account on delete cascade,
  service_id uuid not null references service on delete cascade,
  last_used_at timestamptz not null,
  primary key (account_id, service_id)
);
grant select, insert, update, delete on account_service_use to seb_broker;
grant select on account_service_use to seb_organisation;
alter table account_service_use enable row level security;
create policy broker on account_service_use to seb_broker using (true) with check (true);
create policy own on account_service_use to seb_organisation using (
  exists (select from account where account.id = account_service_use.account_id and account.organisation_id = current_organisation()));

-- Whether the organisation's people are told by name who changed or looked at their access; else by function only.
alter table organisation add column tells_names boolean not null default false;
