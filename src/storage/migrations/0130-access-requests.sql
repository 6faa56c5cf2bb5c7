-- Employees ask for access, and to be created; their own administrators decide. A request is one row and the steps it took,
-- which nobody can change. It lapses by its date: no job decides.

create table access_request (
  id uuid primary key,
  -- eight characters that can be read out on the phone
  reference text not null unique,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('new-account', 'more-access', 'less-access')),
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'expired')),
  -- raised by every step: of two decisions at once one finds that the other was first
  version integer not null default 1,
  -- who typed it; null while it is a draft of somebody SEB does not know yet, whose log-in is then in asker_hash
  asked_by uuid references person,
  asker_hash text,
  -- whom it is for; null only in a draft of somebody who has no account yet
  person_id uuid references person,
  account_id uuid references account,
  -- requests made at once for several employees
  batch_id uuid,
  -- where somebody new wants their account; of others the account itself says where it is
  unit_id uuid references unit,
  service_id uuid references service,
  role_id uuid references role,
  -- role scope key → values
  scopes jsonb not null default '{}',
  valid_from timestamptz,
  valid_until timestamptz,
  reason text not null default '',
  -- of somebody new: what was typed of them
  email text,
  -- what is no longer wanted
  losing_assignment_id uuid references role_assignment on delete set null,
  -- what came of an approval
  given_assignment_id uuid references role_assignment on delete set null,
  -- the refusal it began with
  refusal_reference text,
  -- of two who must agree, the one who has
  first_approved_by uuid references person,
  decided_by uuid references person,
  decided_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  -- unanswered by then it has lapsed
  expires_at timestamptz not null,
  constraint asker_is_known check ((asked_by is null) = (asker_hash is not null) and (asked_by is not null or state = 'draft')),
  constraint draft_is_not_submitted check ((submitted_at is null) = (state = 'draft')),
  constraint submitted_is_for_somebody check (state = 'draft' or (person_id is not null and account_id is not null)),
  constraint decided_by_somebody check ((state in ('approved', 'rejected')) = (decided_by is not null and decided_at is not null)),
  -- nobody decides their own request
  constraint decided_by_another check (decided_by is null or (decided_by <> asked_by and decided_by <> person_id)),
  constraint approved_by_another check (first_approved_by is null
    or (first_approved_by <> asked_by and first_approved_by <> person_id and first_approved_by is distinct from decided_by))
);
create index access_request_waiting on access_request (organisation_id, submitted_at, id) where state in ('submitted', 'returned');
create index access_request_decided on access_request (organisation_id, decided_at desc) where decided_at is not null;
create index access_request_of_asker on access_request (asked_by, created_at);
create index access_request_of_person on access_request (person_id, created_at);
create index access_request_of_account on access_request (account_id);
create index access_request_of_log_in on access_request (asker_hash) where asker_hash is not null;
-- Asked for twice it is one request.
create unique index one_open_request on access_request (account_id, (coalesce(role_id, service_id, account_id)), (kind = 'less-access'),
  (coalesce(losing_assignment_id, account_id))) where state in ('submitted', 'returned');

create table access_request_step (
  id uuid primary key,
  request_id uuid not null references access_request,
  organisation_id uuid not null references organisation,
  position integer not null,
  at timestamptz not null,
  step text not null check (step in ('submitted', 'returned', 'answered', 'first-approved', 'approved', 'rejected', 'withdrawn', 'expired')),
  -- null: nobody did it (a request that lapsed)
  by_person uuid references person,
  -- the question, the answer, the reason
  words text not null default '',
  -- of an approval with less: what was asked for and what was given
  details jsonb not null default '{}',
  unique (request_id, position)
);

-- May employees ask here? Some take requests on a form of their own.
alter table organisation add column takes_requests boolean not null default true;

grant select, insert, update, delete on access_request to seb_broker;
grant select, insert on access_request_step to seb_broker;
revoke update, delete, truncate on access_request_step from seb_broker;
grant select, insert, update on access_request to seb_organisation;
grant select, insert on access_request_step to seb_organisation;
alter table access_request enable row level security;
alter table access_request_step enable row level security;
create policy broker on access_request to seb_broker using (true) with check (true);
create policy broker on access_request_step to seb_broker using (true) with check (true);
-- A draft is its writer's own.
create policy own on access_request to seb_organisation using (organisation_id = current_organisation() and state <> 'draft');
create policy own on access_request_step to seb_organisation using (organisation_id = current_organisation());
