-- What somebody chooses holds where they chose it: whoever could log in as them at one organisation silences nothing at another.
drop table notice_setting;
create table notice_setting (
  id uuid primary key,
  person_id uuid not null references person,
  -- Null: as staff of SEB.
  account_id uuid references account,
  audience text not null check (audience in ('employee', 'administrator', 'staff')),
  topic text not null,
  delivery text not null check (delivery in ('at-once', 'digest', 'none')),
  unique nulls not distinct (person_id, account_id, audience, topic)
);
grant select, insert, update, delete on notice_setting to seb_broker;
grant select on notice_setting to seb_organisation;
alter table notice_setting enable row level security;
create policy broker on notice_setting to seb_broker using (true) with check (true);
create policy own on notice_setting to seb_organisation using (
  exists (select from account where account.id = notice_setting.account_id and account.organisation_id = current_organisation()));

create or replace function staff_to_tell(wanted text, of_service uuid, about text, at timestamptz)
returns table (person_id uuid, name text, email text, language text, chosen text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct person.id, person.name, person.email, person.language, setting.delivery
  from staff_appointment staff join person on person.id = staff.person_id
  left join notice_setting setting on setting.person_id = person.id and setting.account_id is null
    and setting.audience = 'staff' and setting.topic = about
  where staff.capacity = wanted and staff.service_id is not distinct from of_service and staff.ended_at is null
    and (staff.valid_until is null or staff.valid_until > at)
$$;
