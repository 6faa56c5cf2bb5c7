-- Periodic control: a frozen list of who has which role, somebody to answer for each, a deadline, and a set effect of silence.

-- From then on the assignment has no effect, unless somebody has answered the review it is part of. Written when the review
-- begins, so that the right stops by itself: no job decides.
alter table role_assignment add column unanswered_from timestamptz;
grant update (unanswered_from) on role_assignment to seb_organisation;

create table review (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null,
  -- what it is about; null: all of them
  unit_ids uuid[],
  service_ids uuid[],
  only_sensitive boolean not null,
  deadline timestamptz not null,
  -- what silence does at the deadline: the role stops until somebody answers, or stops and is removed 14 days later
  silence text not null check (silence in ('suspend', 'remove')),
  removes_at timestamptz,
  origin text not null check (origin in ('chief', 'system-management', 'schedule')),
  -- null: by the organisation's own schedule
  started_by uuid references person,
  started_at timestamptz not null,
  batch_id uuid,
  -- how far those it concerns have been told: the last reminder, that the deadline has passed, that roles were removed
  reminded_at timestamptz,
  stop_told_at timestamptz,
  removal_told_at timestamptz,
  check ((removes_at is null) = (silence = 'suspend'))
);
create index review_of_organisation on review (organisation_id, started_at);
create index review_of_batch on review (batch_id) where batch_id is not null;
create index review_to_tell on review (deadline) where stop_told_at is null or removal_told_at is null;

create table review_item (
  review_id uuid not null references review,
  assignment_id uuid not null,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  person_id uuid not null references person,
  service_id uuid not null references service,
  role_id uuid not null references role,
  unit_id uuid references unit,
  -- the terms as they were when the list was frozen, and as they were when it was answered
  frozen jsonb not null,
  answered jsonb,
  -- what stands out, in the order it is told; empty: the rest, which may be confirmed as one
  reasons text[] not null,
  -- null while it waits. lapsed: removed by silence; called-off: nobody is asked any more
  decision text check (decision in ('kept', 'changed', 'removed', 'lapsed', 'called-off')),
  decided_by uuid references person,
  decided_at timestamptz,
  -- when its holder was told that silence had stopped it
  stop_told_at timestamptz,
  primary key (review_id, assignment_id),
  check ((decision is null) = (decided_at is null)),
  check (decision is null or decision in ('lapsed', 'called-off') or (decided_by is not null and answered is not null)),
  -- nobody decides about themselves
  constraint review_by_another check (decided_by is null or decided_by <> person_id)
);
-- Nothing is asked of twice at a time.
create unique index one_open_review_of_assignment on review_item (assignment_id) where decision is null;
create index review_item_waiting on review_item (review_id) where decision is null;
create index review_item_answered on review_item (assignment_id, decided_at) where decision in ('kept', 'changed');

-- A review that is repeated by itself; null months: none is.
alter table organisation add column review_every_months integer check (review_every_months in (6, 12));
alter table organisation add column review_answer_days integer not null default 30 check (review_answer_days between 7 and 90);
alter table organisation add column review_only_sensitive boolean not null default false;
alter table organisation add column review_silence text not null default 'suspend' check (review_silence in ('suspend', 'remove'));
alter table organisation add column review_next_at timestamptz;
alter table organisation add check ((review_every_months is null) = (review_next_at is null));
create index organisation_review_due on organisation (review_next_at) where review_next_at is not null;
grant update (review_every_months, review_answer_days, review_only_sensitive, review_silence, review_next_at) on organisation to seb_organisation;

-- System management asks many organisations at once; each is begun in a transaction of its own.
create table review_batch (
  id uuid primary key,
  name text not null,
  service_ids uuid[],
  only_sensitive boolean not null,
  deadline timestamptz not null,
  silence text not null check (silence in ('suspend', 'remove')),
  made_by uuid not null references person,
  made_at timestamptz not null
);
create table review_batch_organisation (
  batch_id uuid not null references review_batch,
  organisation_id uuid not null references organisation,
  -- null while it waits
  begun_at timestamptz,
  review_id uuid references review,
  primary key (batch_id, organisation_id)
);
create index review_batch_waiting on review_batch_organisation (batch_id) where begun_at is null;

grant select, insert, update, delete on review, review_item, review_batch, review_batch_organisation to seb_broker;
grant select, insert, update on review, review_item to seb_organisation;
-- One that turns out to be about nothing.
grant delete on review to seb_organisation;
alter table review enable row level security;
alter table review_item enable row level security;
alter table review_batch enable row level security;
alter table review_batch_organisation enable row level security;
create policy broker on review to seb_broker using (true) with check (true);
create policy broker on review_item to seb_broker using (true) with check (true);
create policy broker on review_batch to seb_broker using (true) with check (true);
create policy broker on review_batch_organisation to seb_broker using (true) with check (true);
create policy own on review to seb_organisation using (organisation_id = current_organisation());
create policy own on review_item to seb_organisation using (organisation_id = current_organisation());

-- Who had what on a day in the past: that silence had stopped a role is part of it, once it has.
create trigger keep_stopped_assignment after update of unanswered_from on role_assignment
  for each row when (old.unanswered_from <= now() and old.unanswered_from is distinct from new.unanswered_from
    and (old.scopes, old.valid_from, old.valid_until, old.withdrawn_at, old.reason)
      is not distinct from (new.scopes, new.valid_from, new.valid_until, new.withdrawn_at, new.reason))
  execute function keep_earlier_assignment();
