-- Roles and accounts that hold in hours of the week: shifts, a locum's Mondays. Null: always. By clocks in Denmark:
-- [{"days": [1], "from": "15:00", "until": "23:00"}]; 1 is Monday, and an end that is not after its beginning is on the day after.
alter table role_assignment add column hours jsonb check (jsonb_typeof(hours) = 'array');
alter table account add column hours jsonb check (jsonb_typeof(hours) = 'array');
grant update (hours) on role_assignment to seb_organisation;
grant update (hours) on account to seb_organisation;

-- What base/weekly-hours.ts says, where a query has to ask; a test holds the two against each other.
create function in_hours(hours jsonb, at timestamptz) returns boolean language sql stable parallel safe as $$
  select hours is null or exists (
    select from jsonb_array_elements(hours) span, jsonb_array_elements_text(span->'days') day,
      lateral (select at at time zone 'Europe/Copenhagen' as clock) local,
      lateral (select (extract(isodow from clock)::integer - 1) * 1440 + extract(hour from clock)::integer * 60
          + extract(minute from clock)::integer as minute,
        (day::integer - 1) * 1440 + extract(epoch from (span->>'from')::time)::integer / 60 as begins,
        (1440 + extract(epoch from (span->>'until')::time)::integer / 60
          - extract(epoch from (span->>'from')::time)::integer / 60 - 1) % 1440 + 1 as lasts) reckoned
    where minute between begins and begins + lasts - 1 or minute + 10080 between begins and begins + lasts - 1)
$$;

-- Who had what on a day tells of hours, too.
drop trigger keep_earlier_account on account;
create trigger keep_earlier_account after update of status, unit_id, valid_from, valid_until, rid, organisation_id, hours on account
  for each row when ((old.status, old.unit_id, old.valid_from, old.valid_until, old.rid, old.organisation_id, old.hours)
    is distinct from (new.status, new.unit_id, new.valid_from, new.valid_until, new.rid, new.organisation_id, new.hours))
  execute function keep_earlier_account();
drop trigger keep_earlier_assignment on role_assignment;
create trigger keep_earlier_assignment after update of scopes, valid_from, valid_until, withdrawn_at, reason, hours on role_assignment
  for each row when ((old.scopes, old.valid_from, old.valid_until, old.withdrawn_at, old.reason, old.hours)
    is distinct from (new.scopes, new.valid_from, new.valid_until, new.withdrawn_at, new.reason, new.hours))
  execute function keep_earlier_assignment();
