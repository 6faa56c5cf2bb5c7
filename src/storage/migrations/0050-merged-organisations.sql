-- An organisation that has been merged into another stays, closed for good, and says where its people went.
alter table organisation
  add column merged_into uuid references organisation,
  add constraint merged_is_closed check (merged_into is null or (status = 'closed' and merged_into <> id));
