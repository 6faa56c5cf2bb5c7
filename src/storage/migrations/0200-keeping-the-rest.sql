-- "Keep the rest" of a long review: the first few hundred are kept where it is asked for, the others in pieces by a job, each in a
-- transaction of its own. A process may die between any two of them, and another goes on from where it had come to.
create table review_rest (
  id uuid primary key,
  review_id uuid not null references review,
  organisation_id uuid not null references organisation,
  -- who asked, and the capacity it is done in: what they may answer for is asked again for each
  asked_by uuid not null references person,
  account_id uuid not null references account,
  capacity text not null,
  source text,
  asked_at timestamptz not null,
  -- how many waited when it was asked for, and how many of them have been kept
  wanted integer not null,
  kept integer not null,
  -- the last assignment of the list, in the order of ids, that has been looked at
  looked_to uuid not null,
  finished_at timestamptz
);
-- A form that is sent twice asks once.
create unique index one_rest_under_way on review_rest (review_id, account_id, capacity) where finished_at is null;
create index review_rest_latest on review_rest (review_id, account_id, finished_at);
create index review_rest_to_work on review_rest (asked_at) where finished_at is null;

grant select, insert, update, delete on review_rest to seb_broker;
grant select, insert, update on review_rest to seb_organisation;
alter table review_rest enable row level security;
create policy broker on review_rest to seb_broker using (true) with check (true);
create policy own on review_rest to seb_organisation using (organisation_id = current_organisation());

-- Lists that are frozen grow by thousands at once, too.
create or replace function refresh_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze person, account, role_assignment, earlier_row, bulk_row, administrator_appointment, unit, review, review_item;
end
$$;
