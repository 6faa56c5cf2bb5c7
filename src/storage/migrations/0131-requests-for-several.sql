-- An administrator may ask for several employees at once: a draft says whom, and becomes a request for each.
alter table access_request add column for_account_ids uuid[];
alter table access_request add constraint several_only_in_a_draft check (for_account_ids is null or state = 'draft');
