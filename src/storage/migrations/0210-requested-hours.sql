-- What is asked for may be hours of the week, too: a locum's Mondays, or the shift of a role that is extended. Null: always.
alter table access_request add column hours jsonb check (jsonb_typeof(hours) = 'array');
