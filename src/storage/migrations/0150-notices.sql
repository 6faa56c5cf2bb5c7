-- What somebody is told: a row for each person, written in the transaction of the change it tells of. Names are not in it:
-- whoever reads it sees the names that are in the register then.
create table notice (
  id uuid primary key,
  person_id uuid not null references person,
  -- The account they are told through; null: as staff of SEB.
  account_id uuid references account,
  organisation_id uuid references organisation,
  -- As what they are told: it ends with the function, so that somebody who was an administrator reads no more of it.
  audience text not null check (audience in ('employee', 'administrator', 'staff')),
  kind text not null,
  topic text not null,
  -- Where it is acted on; null: nowhere.
  path text,
  subject_account_id uuid references account,
  service_id uuid references service,
  role_ids uuid[] not null default '{}',
  facts jsonb not null default '{}',
  -- A fact that one is told of once, however often it is found.
  once text,
  created_at timestamptz not null,
  read_at timestamptz,
  -- As the receiver wanted it then.
  delivery text not null check (delivery in ('at-once', 'digest', 'none')),
  -- When a daily mail has counted it.
  gathered_at timestamptz
);
create index notice_of_person on notice (person_id, created_at, id);
create index notice_unread on notice (person_id) where read_at is null;
create index notice_to_gather on notice (person_id, created_at) where delivery = 'digest' and gathered_at is null;
create index notice_by_age on notice (created_at);
create unique index notice_told_once on notice (person_id, once) where once is not null;

-- What a person has chosen, by what they are and what it is about; what has no row is as SEB suggests.
create table notice_setting (
  person_id uuid not null references person,
  audience text not null check (audience in ('employee', 'administrator', 'staff')),
  topic text not null,
  delivery text not null check (delivery in ('at-once', 'digest', 'none')),
  primary key (person_id, audience, topic)
);

-- Of a day at most one mail to each.
create table notice_digest (
  person_id uuid not null references person,
  -- In Denmark: `2026-11-23`.
  day text not null,
  primary key (person_id, day)
);

-- Whether the organisation's people may choose no mail at all.
alter table organisation add column allows_no_mail boolean not null default false;

grant update (allows_no_mail) on organisation to seb_organisation;

grant select, insert, update, delete on notice, notice_setting, notice_digest to seb_broker;
grant insert (id, person_id, account_id, organisation_id, audience, kind, topic, path, subject_account_id, service_id, role_ids,
  facts, once, created_at, delivery) on notice to seb_organisation;
grant select (id, person_id, organisation_id, once) on notice to seb_organisation;
grant select on notice_setting to seb_organisation;
alter table notice enable row level security;
alter table notice_setting enable row level security;
alter table notice_digest enable row level security;
create policy broker on notice to seb_broker using (true) with check (true);
create policy broker on notice_setting to seb_broker using (true) with check (true);
create policy broker on notice_digest to seb_broker using (true) with check (true);
create policy own on notice to seb_organisation using (organisation_id = current_organisation());
create policy own on notice_setting to seb_organisation using (
  exists (select from account where account.person_id = notice_setting.person_id and account.organisation_id = current_organisation()));

-- What happens in an organisation may concern those who own the service, or run SEB: they belong to no organisation that it
-- sees. The function tells whom to write to, and nothing else of them.
create function staff_to_tell(wanted text, of_service uuid, about text, at timestamptz)
returns table (person_id uuid, name text, email text, language text, chosen text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct person.id, person.name, person.email, person.language, setting.delivery
  from staff_appointment staff join person on person.id = staff.person_id
  left join notice_setting setting on setting.person_id = person.id and setting.audience = 'staff' and setting.topic = about
  where staff.capacity = wanted and staff.service_id is not distinct from of_service and staff.ended_at is null
    and (staff.valid_until is null or staff.valid_until > at)
$$;
revoke execute on function staff_to_tell from public;
grant execute on function staff_to_tell to seb_organisation, seb_broker;
