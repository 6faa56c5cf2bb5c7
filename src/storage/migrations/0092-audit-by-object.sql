-- What was done to a person, an account or a role. The index began with the kind, which its own condition already says: asked
-- for the same three kinds PostgreSQL takes them as said, looks for the id alone, and reads the index from end to end.
create index audit_event_of_object on audit_event (object_id, sequence)
  where object_kind in ('person', 'account', 'role-assignment');
drop index audit_event_by_object;
