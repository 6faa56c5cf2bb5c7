-- A role that may be taken in an emergency, for so many hours at most, by an employee whom nobody has given it.
alter table role add column emergency_hours integer check (emergency_hours between 1 and 72);

-- Each time somebody took one. It is given as any other role, by an assignment that ends by itself.
create table emergency_access (
  id uuid primary key,
  -- eight characters that can be read out on the phone
  reference text not null unique,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  person_id uuid not null references person,
  service_id uuid not null references service,
  role_id uuid not null references role,
  assignment_id uuid not null unique references role_assignment,
  reason text not null check (reason <> ''),
  -- the refusal it began with
  refusal_reference text,
  taken_at timestamptz not null,
  ends_at timestamptz not null,
  -- before its time, by whoever took it
  ended_at timestamptz,
  -- afterwards somebody else must say whether it was right
  verdict text check (verdict in ('justified', 'not-justified')),
  review_words text not null default '',
  reviewed_by uuid references person,
  reviewed_at timestamptz,
  -- the chief administrators have been told that nobody has
  overdue_told_at timestamptz,
  version integer not null default 1,
  check ((verdict is null) = (reviewed_at is null) and (verdict is null) = (reviewed_by is null)),
  -- nobody judges their own
  check (reviewed_by is null or reviewed_by <> person_id)
);
create index emergency_access_waiting on emergency_access (organisation_id, taken_at, id) where verdict is null;
create index emergency_access_of_organisation on emergency_access (organisation_id, taken_at desc, id);
create index emergency_access_of_account on emergency_access (account_id, taken_at desc);
create index emergency_access_of_service on emergency_access (service_id, taken_at desc);

alter table emergency_access enable row level security;
create policy own on emergency_access to seb_organisation
  using (organisation_id = current_organisation());
create policy broker on emergency_access to seb_broker using (true) with check (true);
grant select, insert, update on emergency_access to seb_organisation, seb_broker;
