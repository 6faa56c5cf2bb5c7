-- What an owner wants changed in a service that people use: system management says yes or no to it.
create table change_request (
  id uuid primary key,
  service_id uuid not null references service,
  part text not null check (part in ('attributes', 'metadata', 'role')),
  role_id uuid references role,
  -- [{field, from, to}]: what was seen and what is wanted, so that a yes never overwrites what somebody else did since
  changes jsonb not null,
  reason text not null,
  requested_by uuid not null references person,
  requested_at timestamptz not null,
  status text not null default 'open' check (status in ('open', 'approved', 'rejected', 'withdrawn')),
  decided_by uuid references person,
  decided_at timestamptz,
  decision_reason text not null default '',
  check ((part = 'role') = (role_id is not null)),
  check ((status = 'open') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  -- nobody decides their own request
  check (status not in ('approved', 'rejected') or decided_by <> requested_by)
);
create index change_request_of_service on change_request (service_id, requested_at);
create index change_request_open on change_request (requested_at) where status = 'open';
grant select, insert, update on change_request to seb_broker;
