-- The sign-in: one row from the service's request to the answer, the sessions that follow, log-out, and the audit.

create table session (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid references person,
  identity_provider_id uuid not null references identity_provider,
  -- who logged in, as the identity provider said it (CPR sealed): see brokering/authentication.ts
  authentication jsonb not null,
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  ended_at timestamptz,
  ended_why text
);
create index session_of_person on session (person_id);
create index session_by_age on session (last_used_at);
create index session_of_subject on session (identity_provider_id, (authentication->'subject'->>'value')) where ended_at is null;

-- The services that a session has logged in to, and how each knows the person: what a log-out must reach.
create table session_participant (
  id uuid primary key,
  session_id uuid not null references session on delete cascade,
  service_id uuid not null references service,
  account_id uuid references account,
  name_id jsonb not null,
  session_index text not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  unique (session_id, service_id)
);
create index session_participant_by_index on session_participant (service_id, session_index);

create table sign_in (
  id uuid primary key,
  reference text not null unique,
  -- raised by every step: of two steps at once one finds that the other was first
  version integer not null default 1,
  service_id uuid not null references service,
  -- what the service asked for, independent of protocol: see brokering/sign-in.ts
  request jsonb not null,
  browser_hash text,
  identity_provider_id uuid references identity_provider,
  log_in_kind text check (log_in_kind in ('professional', 'person')),
  upstream_message_id text unique,
  authentication jsonb,
  session_id uuid,
  account_id uuid references account,
  refusal text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz
);
create index sign_in_by_age on sign_in (expires_at);

-- Messages that may be used once: kept until they have expired, seen by all processes.
create table consumed_message (
  issuer text not null,
  message_id text not null,
  expires_at timestamptz not null,
  primary key (issuer, message_id)
);
create index consumed_message_by_age on consumed_message (expires_at);

create table log_out (
  id uuid primary key,
  reference text not null unique,
  session_id uuid not null references session on delete cascade,
  browser_hash text,
  -- who is to be answered, and how; null when the person asked SEB itself
  requested_by jsonb,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz
);
-- The one that a browser has left half way, at a service that did not send it back.
create index log_out_under_way on log_out (browser_hash) where finished_at is null;

create table log_out_step (
  id uuid primary key,
  log_out_id uuid not null references log_out on delete cascade,
  position integer not null,
  -- a participating service, or the identity provider at the end
  service_id uuid references service,
  identity_provider_id uuid references identity_provider,
  subject jsonb not null,
  message_id text unique,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'done', 'failed', 'unsupported')),
  sent_at timestamptz,
  unique (log_out_id, position)
);

create table audit_event (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamptz not null,
  action text not null,
  outcome text not null check (outcome in ('success', 'refused', 'failed')),
  actor_kind text not null check (actor_kind in ('person', 'service', 'identity-provider', 'system', 'operator', 'unknown')),
  actor_id text,
  organisation_id uuid,
  object_kind text,
  object_id text,
  source text,
  correlation_id uuid,
  reference text,
  details jsonb not null default '{}'
);
create index audit_event_by_reference on audit_event (reference) where reference is not null;
create index audit_event_by_correlation on audit_event (correlation_id);
create index audit_event_of_organisation on audit_event (organisation_id, sequence);
