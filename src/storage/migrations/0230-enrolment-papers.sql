-- The signed paper of an enrolment as it was handed in, encrypted by a key that is not here. It is kept with what it proves; of an
-- enrolment that came to nothing it is removed.
create table enrolment_paper (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  kind text not null check (kind in ('pdf', 'jpeg', 'png')),
  -- of what was handed in: the same page twice is one
  size integer not null check (size > 0),
  content_hash text not null,
  sealed bytea not null,
  kept_at timestamptz not null,
  -- whoever attached what came by mail; null: whoever holds the link
  kept_by uuid references person,
  unique (enrolment_id, content_hash)
);
-- What is encrypted packs no smaller.
alter table enrolment_paper alter column sealed set storage external;
grant select, insert, delete on enrolment_paper to seb_broker;
