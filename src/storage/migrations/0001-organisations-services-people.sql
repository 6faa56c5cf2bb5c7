-- What SEB knows: organisations and their units, identity providers, services with roles, grants, people and assignments.
-- Validity is never a state that a job must keep: it is dates and flags in these rows, read when somebody logs in.

create type assurance_level as enum ('Low', 'Substantial', 'High');

create table organisation (
  id uuid primary key,
  cvr text not null unique check (cvr ~ '^[0-9]{8}$'),
  name text not null check (length(name) between 1 and 256),
  kind text not null check (kind in ('region', 'municipality', 'hospital', 'general-practice', 'specialist', 'dentist',
    'pharmacy', 'private-provider', 'authority', 'supplier')),
  status text not null check (status in ('applied', 'active', 'closed')),
  -- May employees act for the organisation after a log-in with MitID Privat? Its own decision, off by default.
  allows_private_log_in boolean not null default false,
  created_at timestamptz not null
);

create table unit (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  key text not null,
  parent_id uuid references unit,
  name text not null check (length(name) between 1 and 256),
  sor text check (sor ~ '^[0-9]{6,18}$'),
  p_number text check (p_number ~ '^[0-9]{10}$'),
  ydernummer text check (ydernummer ~ '^[0-9]{6}$'),
  municipality_code text check (municipality_code ~ '^[0-9]{3,4}$'),
  region_code text check (region_code ~ '^[0-9]{4}$'),
  unique (organisation_id, key)
);

-- Keyed by entity id *and* profile: NemLog-in 3.0 and 4.0 share one entity id.
create table identity_provider (
  id uuid primary key,
  key text not null unique,
  entity_id text not null,
  profile text not null,
  kind text not null check (kind in ('nemlog-in', 'local')),
  name_da text not null,
  name_en text not null,
  category text not null check (category in ('national', 'region', 'municipality', 'private', 'other')),
  region text,
  municipality text,
  aliases text[] not null default '{}',
  keywords text[] not null default '{}',
  -- The level it is notified at (NSIS): whatever it states above this is cut down to it.
  highest_assurance assurance_level not null,
  -- The organisations it may speak for; null means any (NemLog-in only).
  allowed_cvrs text[],
  log_in_kinds text[] not null check (log_in_kinds <@ array['professional', 'person'] and cardinality(log_in_kinds) > 0),
  enabled boolean not null default true,
  metadata jsonb not null,
  settings jsonb not null default '{}',
  metadata_read_at timestamptz not null,
  unique (entity_id, profile)
);

create table service (
  id uuid primary key,
  key text not null unique,
  protocol text not null check (protocol in ('saml')),
  entity_id text not null unique,
  name_da text not null,
  name_en text not null,
  short_name text not null,
  description_da text not null default '',
  description_en text not null default '',
  address text,
  owner_organisation_id uuid references organisation,
  audience text not null check (audience in ('citizen', 'professional', 'both')),
  environment text not null default 'production' check (environment in ('test', 'production')),
  lowest_assurance assurance_level not null,
  -- What a person must have: a role, an account in an organisation with the service, or only a log-in.
  access text not null check (access in ('role', 'account', 'authenticated')),
  log_in_kinds text[] not null check (log_in_kinds <@ array['professional', 'person'] and cardinality(log_in_kinds) > 0),
  critical boolean not null default false,
  enabled boolean not null default true,
  metadata jsonb not null,
  settings jsonb not null default '{}',
  metadata_read_at timestamptz not null,
  contact text
);

create table service_identity_provider (
  service_id uuid not null references service on delete cascade,
  identity_provider_id uuid not null references identity_provider on delete cascade,
  primary key (service_id, identity_provider_id)
);

create table service_attribute (
  service_id uuid not null references service on delete cascade,
  attribute text not null,
  legal_basis text not null,
  primary key (service_id, attribute)
);

create table role (
  id uuid primary key,
  service_id uuid not null references service,
  key text not null,
  name_da text not null,
  name_en text not null,
  description_da text not null default '',
  description_en text not null default '',
  privileges text[] not null check (cardinality(privileges) > 0),
  -- What the privileges hold within (OIO BPP group scope).
  privilege_scope text not null default 'cvr' check (privilege_scope in ('cvr', 'p-number', 'authorisation')),
  sensitive boolean not null default false,
  lowest_assurance assurance_level not null,
  required_education_codes text[] not null default '{}',
  longest_days integer check (longest_days > 0),
  requestable boolean not null default true,
  status text not null default 'active' check (status in ('draft', 'active', 'retired')),
  retired_at timestamptz,
  unique (service_id, key)
);

create table role_scope (
  role_id uuid not null references role on delete cascade,
  key text not null,
  kind text not null check (kind in ('sor', 'ydernummer', 'p-number', 'municipality', 'list', 'text')),
  name_da text not null,
  name_en text not null,
  required boolean not null default true,
  many boolean not null default false,
  allowed_values text[],
  pattern text,
  -- The OIO BPP constraint that carries the values.
  constraint_name text not null,
  position integer not null,
  primary key (role_id, key)
);

create table service_grant (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  valid_from timestamptz not null,
  valid_until timestamptz,
  -- null: every role of the service
  role_ids uuid[],
  -- scope kind → the only values the organisation may use: {"sor": ["…"]}
  ceilings jsonb not null default '{}',
  unique (organisation_id, service_id),
  check (valid_until is null or valid_until > valid_from)
);

create table person (
  id uuid primary key,
  key text unique,
  name text not null check (length(name) between 1 and 256),
  email text,
  language text not null default 'da' check (language in ('da', 'en')),
  cpr_sealed text,
  cpr_hash text unique,
  created_at timestamptz not null
);

-- Authorisations as a health professional, from the national register.
create table person_authorisation (
  person_id uuid not null references person on delete cascade,
  code text not null check (code ~ '^[0-9A-Z]{5}$'),
  education_code text not null check (education_code ~ '^[0-9]{4}$'),
  education_type text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (person_id, code)
);

create table account (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  unit_id uuid references unit,
  key text not null,
  professional_uuid uuid,
  rid text,
  status text not null check (status in ('requested', 'active', 'suspended', 'ended')),
  valid_from timestamptz not null,
  valid_until timestamptz,
  created_at timestamptz not null,
  unique (organisation_id, key)
);
create index account_of_person on account (person_id);
create unique index account_by_professional_uuid on account (organisation_id, professional_uuid);
create unique index account_by_rid on account (organisation_id, rid);

-- A log-in that is known to be this person: the subject as the identity provider names it.
create table identity (
  id uuid primary key,
  person_id uuid not null references person,
  identity_provider_id uuid not null references identity_provider,
  subject text not null,
  kind text not null check (kind in ('professional', 'person')),
  linked_at timestamptz not null,
  unique (identity_provider_id, subject)
);
create index identity_of_person on identity (person_id);

create table role_assignment (
  id uuid primary key,
  account_id uuid not null references account,
  service_id uuid not null references service,
  role_id uuid not null references role,
  key text not null default '',
  -- role scope key → values: {"enhed": ["…"]}
  scopes jsonb not null default '{}',
  valid_from timestamptz not null,
  valid_until timestamptz,
  withdrawn_at timestamptz,
  assigned_by text not null,
  reason text not null default '',
  unique (account_id, role_id, key),
  check (valid_until is null or valid_until > valid_from)
);
-- The one look-up at log-in: account × service.
create index role_assignment_at_the_door on role_assignment (account_id, service_id);
create index role_assignment_of_role on role_assignment (role_id);
