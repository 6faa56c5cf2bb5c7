-- An organisation whose last chief administrator goes by a date, or from outside, cannot be stopped: it is warned, once for
-- each time it happens. Whether it has one is asked of the appointments, never of this table.
create table orphan_warning (
  organisation_id uuid not null references organisation on delete cascade,
  -- It has none, or the last one's time is about to end.
  kind text not null check (kind in ('none', 'ending')),
  warned_at timestamptz not null,
  primary key (organisation_id, kind)
);
grant select, insert, update, delete on orphan_warning to seb_broker;
create index chief_appointment on administrator_appointment (account_id) where level = 'chief' and ended_at is null;
