-- Changes to many people at once: what a file or a selection asks for, what it would do (the dry run), how far it has come,
-- and what it takes to undo it. Rows are worked in chunks by a job that may die between any two of them.

create table bulk_job (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  -- who made it, and the capacity it is worked in: what they may do is asked again when it is carried out
  made_by uuid not null references person,
  account_id uuid not null references account,
  capacity text not null,
  made_at timestamptz not null,
  source text,
  -- of the file; null for a selection
  file_name text,
  -- chosen: people, but not yet what shall happen to them
  state text not null check (state in ('chosen', 'checked', 'applying', 'applied', 'undoing', 'undone')),
  started_at timestamptz,
  finished_at timestamptz,
  undo_by uuid references person,
  undo_account_id uuid references account,
  undo_capacity text,
  undone_at timestamptz
);
create index bulk_job_of_organisation on bulk_job (organisation_id, made_at);
create index bulk_job_to_work on bulk_job (started_at) where state in ('applying', 'undoing');

create table bulk_row (
  job_id uuid not null references bulk_job on delete cascade,
  -- as a spreadsheet counts: the row with the headings is 1
  number integer not null,
  organisation_id uuid not null references organisation,
  -- as written, field by field
  typed jsonb not null,
  account_id uuid,
  -- as shown beside the row
  person text not null,
  -- what becomes of new things, so that a row that is carried out twice makes one of each
  new_id uuid not null,
  new_person_id uuid not null,
  outcome text not null check (outcome in ('new', 'changed', 'unchanged', 'mistake')),
  changes jsonb not null default '[]',
  mistake jsonb,
  -- null while it waits; left: not carried out, since something had changed; kept: not undone, for the same reason
  result text check (result in ('done', 'left', 'undone', 'kept')),
  done_at timestamptz,
  primary key (job_id, number)
);
create index bulk_row_by_outcome on bulk_row (job_id, outcome, number);
create index bulk_row_waiting on bulk_row (job_id, number) where result is null and outcome in ('new', 'changed');
create index bulk_row_done on bulk_row (job_id, number) where result = 'done';

grant select, insert, update, delete on bulk_job, bulk_row to seb_broker;
grant select, insert, update on bulk_job, bulk_row to seb_organisation;
grant delete on bulk_row to seb_organisation;
alter table bulk_job enable row level security;
alter table bulk_row enable row level security;
create policy broker on bulk_job to seb_broker using (true) with check (true);
create policy broker on bulk_row to seb_broker using (true) with check (true);
create policy own on bulk_job to seb_organisation using (organisation_id = current_organisation());
create policy own on bulk_row to seb_organisation using (organisation_id = current_organisation());

-- An organisation creates people ahead of their first log-in. A person without an account here is seen by nobody here.
grant insert (id, name, email, created_at) on person to seb_organisation;
create policy bulk_creates on person for insert to seb_organisation with check (true);
grant insert (id, person_id, organisation_id, unit_id, key, professional_uuid, rid, status, valid_from, created_at)
  on account to seb_organisation;
grant update (unit_id, rid, professional_uuid) on account to seb_organisation;
create index person_by_email on person (lower(email)) where email is not null;
