-- The first page of an administrator: what ends soon, and what was changed last, each by an index of its own.
create index account_requested on account (organisation_id) where status = 'requested';
create index account_ending on account (organisation_id, valid_until) where valid_until is not null;
create index audit_event_change on audit_event (organisation_id, sequence)
  where object_kind in ('account', 'role-assignment') and action <> 'account.viewed';
