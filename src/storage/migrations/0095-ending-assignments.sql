-- Which roles of an organisation end soon: for an administrator's first page and the list behind it.
create index role_assignment_ending on role_assignment (organisation_id, valid_until, account_id)
  where withdrawn_at is null and valid_until is not null;
