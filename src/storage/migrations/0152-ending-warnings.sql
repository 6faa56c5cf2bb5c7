-- Roles and accounts that end on a day are told of before: 30, 7 and 1 days. A row says that one has been, for that end; another
-- end is told of anew. Whether something has ended is asked of its own dates, never of this table.
create table ending_warning (
  kind text not null check (kind in ('role-assignment', 'account')),
  row_id uuid not null,
  until timestamptz not null,
  days integer not null,
  warned_at timestamptz not null,
  primary key (kind, row_id, until, days)
);
create index ending_warning_by_age on ending_warning (until);
create index role_assignment_until on role_assignment (valid_until) where withdrawn_at is null and valid_until is not null;
create index account_until on account (valid_until) where valid_until is not null;
grant select, insert, update, delete on ending_warning to seb_broker;
alter table ending_warning enable row level security;
create policy broker on ending_warning to seb_broker using (true) with check (true);
