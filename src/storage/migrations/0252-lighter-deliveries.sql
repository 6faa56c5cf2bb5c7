-- A message to a hundred thousand is queued in the transaction that publishes it: half of that time went into asking, row by row, whether each
-- subscription is there, and a fifth into a key of their own that nothing looks for.
alter table status_delivery drop constraint status_delivery_subscription_id_fkey;
alter table status_delivery drop constraint status_delivery_pkey;
