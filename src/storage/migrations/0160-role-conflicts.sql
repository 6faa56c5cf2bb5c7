-- Roles that one person may not hold together in one organisation (separation of duties), within and across services.
create table role_conflict (
  id uuid primary key,
  key text not null unique,
  -- Whose rule it is: the service that all of its roles are of, or, where null, system management's.
  service_id uuid references service,
  name_da text not null check (length(name_da) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  -- Why: administrators are told.
  why_da text not null default '',
  why_en text not null default '',
  -- How many of the roles one person may hold at the same time.
  at_most integer not null default 1 check (at_most >= 1),
  effect text not null check (effect in ('blocked', 'with-reason')),
  -- Raised at every change, so that nobody overwrites what another did.
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz
);

create table role_conflict_role (
  conflict_id uuid not null references role_conflict on delete cascade,
  role_id uuid not null references role,
  primary key (conflict_id, role_id)
);
create index role_conflict_of_role on role_conflict_role (role_id);

-- A role that was given in spite of a conflict: with a reason, and until the day that the role ends by itself.
create table conflict_exception (
  id uuid primary key,
  conflict_id uuid not null references role_conflict,
  assignment_id uuid not null references role_assignment on delete cascade,
  reason text not null check (length(reason) between 1 and 500),
  valid_until timestamptz not null,
  made_by text not null,
  made_at timestamptz not null
);
create index conflict_exception_of_assignment on conflict_exception (assignment_id, conflict_id);

grant select, insert, update, delete on role_conflict, role_conflict_role, conflict_exception to seb_broker;
grant select on role_conflict, role_conflict_role to seb_organisation;
grant select, insert on conflict_exception to seb_organisation;
alter table conflict_exception enable row level security;
create policy broker on conflict_exception to seb_broker using (true) with check (true);
create policy own on conflict_exception to seb_organisation using (
  exists (select from role_assignment held where held.id = conflict_exception.assignment_id));
