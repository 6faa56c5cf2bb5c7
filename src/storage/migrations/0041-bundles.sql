-- Roles that belong together for a kind of work, within one organisation. What was given stays as it was given when a bundle
-- changes; each assignment remembers which bundle it came from.
create table bundle (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  key text not null,
  name text not null check (length(name) between 1 and 256),
  description text not null default '',
  -- Raised at every change, so that a second administrator does not overwrite what the first did.
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  unique (organisation_id, key)
);

create table bundle_role (
  bundle_id uuid not null references bundle on delete cascade,
  role_id uuid not null references role,
  -- role scope key → values, or "unit": the number of the employee's own unit
  scopes jsonb not null default '{}',
  position integer not null,
  primary key (bundle_id, role_id)
);

alter table role_assignment add column bundle_id uuid references bundle;
create index role_assignment_of_bundle on role_assignment (bundle_id, account_id) where bundle_id is not null;

grant select, insert, update, delete on bundle, bundle_role to seb_broker;
grant select, insert, update on bundle to seb_organisation;
grant select, insert, update, delete on bundle_role to seb_organisation;
alter table bundle enable row level security;
alter table bundle_role enable row level security;
create policy broker on bundle to seb_broker using (true) with check (true);
create policy broker on bundle_role to seb_broker using (true) with check (true);
create policy own on bundle to seb_organisation using (organisation_id = current_organisation());
create policy own on bundle_role to seb_organisation using (
  exists (select from bundle where bundle.id = bundle_role.bundle_id and bundle.organisation_id = current_organisation()));
