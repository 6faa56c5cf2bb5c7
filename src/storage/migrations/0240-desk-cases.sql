-- What people ask the service desk about. A case is found by its reference, which a mail about it carries in its subject.
create table desk_case (
  id uuid primary key,
  -- eight characters that can be read out on the phone
  reference text not null unique,
  kind text not null check (kind in ('enrolment', 'new-service', 'missing-administrator', 'log-in-trouble', 'other')),
  state text not null check (state in ('new', 'in-progress', 'waiting', 'resolved')),
  priority integer not null check (priority between 1 and 4),
  source text not null check (source in ('form', 'mail', 'seb', 'desk')),
  subject text not null check (subject <> ''),
  organisation_id uuid references organisation,
  -- as it was given: of an organisation that SEB may not know
  cvr text,
  service_id uuid references service,
  asker_name text not null default '',
  asker_email text,
  asker_phone text not null default '',
  asker_id uuid references person,
  language text not null default 'da' check (language in ('da', 'en')),
  -- of the log-in or refusal that it is about
  log_in_reference text,
  -- where in SEB the matter itself is dealt with
  path text,
  -- names a fact that one open case is enough for, however often it is reported
  once text,
  assignee_id uuid references person,
  opened_at timestamptz not null,
  -- when the desk is told: at once, or when it opens
  tell_at timestamptz not null,
  told_at timestamptz,
  -- the aims: null once met, and while there is nothing for the desk to do
  answer_by timestamptz,
  solve_by timestamptz,
  due_at timestamptz generated always as (least(answer_by, solve_by)) stored,
  -- of the aim to solve, while the case waits for somebody else
  minutes_left integer,
  answered_at timestamptz,
  resolved_at timestamptz,
  updated_at timestamptz not null,
  version integer not null default 1,
  check ((state = 'resolved') = (resolved_at is not null))
);
create unique index desk_case_once on desk_case (once) where state <> 'resolved';
create index desk_case_open on desk_case (coalesce(due_at, 'infinity'), id) where state <> 'resolved';
create index desk_case_resolved on desk_case (resolved_at desc, id desc) where state = 'resolved';
create index desk_case_mine on desk_case (assignee_id, coalesce(due_at, 'infinity'), id) where state <> 'resolved';
create index desk_case_by_cvr on desk_case (cvr, opened_at desc);
create index desk_case_untold on desk_case (tell_at) where told_at is null;
create index desk_case_by_month on desk_case (opened_at);

-- What was said and done in a case: added to, never changed.
create table desk_entry (
  id uuid primary key,
  case_id uuid not null references desk_case,
  at timestamptz not null,
  kind text not null check (kind in ('asked', 'received', 'sent', 'note', 'changed')),
  -- null: somebody without an account, or SEB itself
  author_id uuid references person,
  words text not null default '',
  details jsonb not null default '{}'
);
create index desk_entry_of_case on desk_entry (case_id, at, id);

alter table desk_case enable row level security;
alter table desk_entry enable row level security;
create policy own on desk_case to seb_organisation
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy own on desk_entry to seb_organisation
  using (exists (select from desk_case where desk_case.id = case_id))
  with check (exists (select from desk_case where desk_case.id = case_id));
create policy broker on desk_case to seb_broker using (true) with check (true);
create policy broker on desk_entry to seb_broker using (true) with check (true);
-- An organisation opens cases. What the desk then writes about it is the desk's.
grant select, insert on desk_case to seb_organisation;
grant insert on desk_entry to seb_organisation;
grant select, insert, update on desk_case to seb_broker;
grant select, insert on desk_entry to seb_broker;
