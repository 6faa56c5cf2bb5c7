-- An organisation asks for a service that it does not have. System management grants or refuses; nobody gives it to themselves.
create table service_request (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  asked_by uuid not null references person,
  asked_as text not null check (asked_as in ('security-officer', 'signatory', 'chief-administrator')),
  asked_at timestamptz not null,
  why text not null check (why <> ''),
  -- how many are to use it
  people integer not null check (people > 0),
  -- null: every role of the service
  role_ids uuid[],
  ceilings jsonb not null,
  state text not null check (state in ('waiting', 'granted', 'refused', 'withdrawn')),
  ended_at timestamptz,
  ended_by uuid references person,
  -- why not
  answer text not null default '',
  check ((state = 'waiting') = (ended_at is null))
);
-- However many ask at once, it is one request.
create unique index one_service_request on service_request (organisation_id, service_id) where state = 'waiting';
create index service_request_waiting on service_request (asked_at, id) where state = 'waiting';
create index service_request_ended on service_request (ended_at desc, id) where state <> 'waiting';
create index service_request_of_organisation on service_request (organisation_id, asked_at desc);

alter table service_request enable row level security;
create policy own on service_request to seb_organisation
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy broker on service_request to seb_broker using (true) with check (true);
grant select, insert on service_request to seb_organisation;
-- An organisation takes its request back, and no more.
grant update (state, ended_at, ended_by) on service_request to seb_organisation;
grant select, insert, update on service_request to seb_broker;

-- Asking for services is for security officers and signatories; some let their chief administrators do it too.
alter table organisation add column chiefs_ask_for_services boolean not null default false;
grant update (chiefs_ask_for_services) on organisation to seb_organisation;
