-- Employees are created ahead of their first log-in. Whom neither a professional UUID nor a RID number will find is invited
-- by mail, with a link that works once.

create table invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  email text not null,
  -- SHA-256 of what is in the link: a stolen database takes no invitation.
  token_hash text not null unique,
  invited_by text not null,
  mail_id uuid references mail on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('accepted', 'withdrawn', 'replaced')),
  check ((ended_at is null) = (ended_why is null))
);
create unique index one_open_invitation_of_account on invitation (account_id) where ended_at is null;
create index invitation_of_account on invitation (account_id, created_at);
create index invitation_unanswered on invitation (organisation_id) where ended_at is null;

grant select, insert, update, delete on invitation to seb_broker;
grant select, insert on invitation to seb_organisation;
grant update (ended_at, ended_why) on invitation to seb_organisation;
alter table invitation enable row level security;
create policy broker on invitation to seb_broker using (true) with check (true);
create policy own on invitation to seb_organisation using (organisation_id = current_organisation());

-- A person is written before the account that makes them the organisation's; a row without one is seen by no organisation.
grant insert (id, name, email, language, created_at) on person to seb_organisation;
create policy new_person on person for insert to seb_organisation with check (true);
grant insert (id, person_id, organisation_id, unit_id, key, professional_uuid, rid, status, valid_from, valid_until, created_at)
  on account to seb_organisation;
