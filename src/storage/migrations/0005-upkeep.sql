-- What SEB keeps in order by itself: metadata that is fetched from an address, and rows that have served.

alter table identity_provider
  -- Where the metadata comes from; null when an operator brings it.
  add column metadata_address text,
  -- When the address was last asked, whatever came of it. One process claims a party by raising this.
  add column metadata_checked_at timestamptz,
  -- Why the address was of no use the last time; null when it was. The metadata of before is kept.
  add column metadata_problem text;
alter table service
  add column metadata_address text,
  add column metadata_checked_at timestamptz,
  add column metadata_problem text;
create index identity_provider_by_check on identity_provider (metadata_checked_at) where metadata_address is not null;
create index service_by_check on service (metadata_checked_at) where metadata_address is not null;

-- Old sessions are removed with their log-outs.
create index log_out_of_session on log_out (session_id);
