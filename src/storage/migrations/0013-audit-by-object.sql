-- People see who changed their access: the events about a person, their accounts and their roles.
create index audit_event_by_object on audit_event (object_kind, object_id)
  where object_kind in ('person', 'account', 'role-assignment');
