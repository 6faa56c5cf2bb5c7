-- A session gets a new token when the person chooses another capacity. A page that was asked for at the same moment still shows
-- the earlier one, for a few seconds.
alter table session add column earlier_token_hash text;
alter table session add column earlier_token_until timestamptz;
create index session_by_earlier_token on session (earlier_token_hash) where earlier_token_hash is not null;
