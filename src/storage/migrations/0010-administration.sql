-- Who administers: administrators of organisations with their limits, and the staff of SEB itself. SEB's own pages are a
-- service that people log in to through SEB like any other.

alter table service drop constraint service_protocol_check;
alter table service add constraint service_protocol_check check (protocol in ('saml', 'seb'));

insert into service (id, key, protocol, entity_id, name_da, name_en, short_name, audience, lowest_assurance, access,
  log_in_kinds, metadata, metadata_read_at)
values ('00000000-0000-7000-8000-000000000001', 'seb-classic', 'seb', 'urn:dk:sundhed:seb:classic', 'SEB Classic', 'SEB Classic', 'SEB',
  'both', 'Substantial', 'authenticated', '{professional,person}', '{}', now());

create table administrator_appointment (
  id uuid primary key,
  account_id uuid not null references account,
  level text not null check (level in ('chief', 'administrator')),
  -- What it is limited to; null: the whole organisation, every service it has been granted.
  unit_ids uuid[],
  service_ids uuid[],
  appointed_by text not null,
  reason text not null default '',
  appointed_at timestamptz not null,
  valid_until timestamptz,
  ended_at timestamptz,
  check (level = 'administrator' or (unit_ids is null and service_ids is null))
);
create unique index one_appointment_of_account on administrator_appointment (account_id) where ended_at is null;

-- Security officer and authorised signatory: they ask for services and read reports; they do not administer.
create table organisation_function (
  id uuid primary key,
  account_id uuid not null references account,
  function text not null check (function in ('security-officer', 'signatory')),
  appointed_by text not null,
  appointed_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_function_of_account on organisation_function (account_id, function) where ended_at is null;

-- The staff of SEB: system management, service desk, auditors, and owners of one service each.
create table staff_appointment (
  id uuid primary key,
  person_id uuid not null references person,
  capacity text not null check (capacity in ('system-management', 'service-desk', 'service-owner', 'auditor')),
  service_id uuid references service,
  -- An auditor reads the log of one organisation, or, where null, of all.
  organisation_id uuid references organisation,
  appointed_by text not null,
  appointed_at timestamptz not null,
  valid_until timestamptz,
  ended_at timestamptz,
  check ((capacity = 'service-owner') = (service_id is not null))
);
create index staff_appointment_of_person on staff_appointment (person_id);

-- Which capacity a session acts in; chosen by the person, one at a time.
alter table session add column acting_as text;

grant select, insert, update, delete on administrator_appointment, organisation_function, staff_appointment to seb_broker;
grant select on administrator_appointment, organisation_function to seb_organisation;
alter table administrator_appointment enable row level security;
alter table organisation_function enable row level security;
create policy broker on administrator_appointment to seb_broker using (true) with check (true);
create policy broker on organisation_function to seb_broker using (true) with check (true);
create policy own on administrator_appointment to seb_organisation using (
  exists (select from account where account.id = administrator_appointment.account_id and account.organisation_id = current_organisation()));
create policy own on organisation_function to seb_organisation using (
  exists (select from account where account.id = organisation_function.account_id and account.organisation_id = current_organisation()));
