-- Who steps in while an administrator is away. It hangs on the appointment: whoever is no administrator any more lends nobody anything.
create table stand_in (
  id uuid primary key,
  appointment_id uuid not null references administrator_appointment,
  stand_in_account_id uuid not null references account,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  -- A chief administrator may lend what the absent one may do; anybody else only names one who may do as much already.
  lends_rights boolean not null,
  made_by text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  check (valid_from < valid_until)
);
create index stand_in_of_appointment on stand_in (appointment_id) where ended_at is null;
create index stand_in_of_account on stand_in (stand_in_account_id) where ended_at is null;
grant select, insert, update, delete on stand_in to seb_broker;
grant select, insert on stand_in to seb_organisation;
grant update (ended_at) on stand_in to seb_organisation;
alter table stand_in enable row level security;
create policy broker on stand_in to seb_broker using (true) with check (true);
-- Both of them are of the organisation; what is seen of an appointment is its own already.
create policy own on stand_in to seb_organisation using (
  exists (select from administrator_appointment held where held.id = stand_in.appointment_id)
  and exists (select from account where account.id = stand_in.stand_in_account_id and account.organisation_id = current_organisation()));

-- After so many working days a request that nobody has decided is for the chief administrators too.
alter table organisation add column escalate_after_days integer not null default 3 check (escalate_after_days between 1 and 30);
grant update (escalate_after_days) on organisation to seb_organisation;
