-- The seal over the audit: every event in a chain of hashes, and heads of the chain that are signed. It is written by a
-- role of its own after the events have been committed; the roles that people's requests run as can only read it.

create table audit_seal (
  -- 1, 2, 3 … without a gap, in the order of the events' own sequence
  position bigint primary key check (position > 0),
  -- of the event; no foreign key: an event that is gone must be missed, not forbidden
  sequence bigint not null unique,
  event_hash bytea not null check (octet_length(event_hash) = 32),
  -- SHA-256 of the chain hash before and the event hash
  chain_hash bytea not null check (octet_length(chain_hash) = 32),
  -- the same again within the organisation, so that it can check its own log without seeing others'
  organisation_id uuid,
  organisation_position bigint,
  organisation_chain_hash bytea check (octet_length(organisation_chain_hash) = 32),
  check ((organisation_id is null) = (organisation_position is null)),
  check ((organisation_id is null) = (organisation_chain_hash is null))
);
create unique index audit_seal_of_organisation on audit_seal (organisation_id, organisation_position)
  where organisation_id is not null;

-- How far each organisation's chain has come: the leaves of the tree under the next head.
create table audit_seal_organisation (
  organisation_id uuid primary key,
  position bigint not null,
  chain_hash bytea not null check (octet_length(chain_hash) = 32)
);

create table audit_head (
  number bigint primary key check (number > 0),
  -- of the last event it covers
  position bigint not null,
  at timestamptz not null,
  -- the very text that is signed
  head text not null,
  signature text not null,
  -- blinds the organisations in the tree from each other; null for a head without a tree
  tree_salt bytea check (octet_length(tree_salt) = 32)
);

do $$
begin
  if not exists (select from pg_roles where rolname = 'seb_sealer') then
    create role seb_sealer nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of the same cluster was first
end
$$;
grant seb_sealer to current_user;

grant usage on schema public to seb_sealer;
grant select on audit_event, audit_seal, audit_seal_organisation, audit_head to seb_sealer;
grant select on sequence audit_event_sequence_seq to seb_sealer;
grant insert on audit_seal, audit_seal_organisation, audit_head to seb_sealer;
grant update on audit_seal_organisation to seb_sealer;
grant select on audit_seal, audit_seal_organisation, audit_head to seb_broker;
grant select on audit_seal to seb_organisation;

-- Nobody chooses an event's place in the order: `overriding system value` needs the right to insert the column.
revoke insert on audit_event from seb_broker, seb_organisation;
grant insert (id, at, action, outcome, actor_kind, actor_id, organisation_id, object_kind, object_id, source,
  correlation_id, reference, details) on audit_event to seb_broker, seb_organisation;

create policy sealer_reads on audit_event for select to seb_sealer using (true);

alter table audit_seal enable row level security;
create policy broker_reads on audit_seal for select to seb_broker using (true);
create policy sealer_reads on audit_seal for select to seb_sealer using (true);
create policy sealer_writes on audit_seal for insert to seb_sealer with check (true);
create policy own_reads on audit_seal for select to seb_organisation using (organisation_id = current_organisation());
