-- What has run out is found without looking through all requests there ever were.
create index access_request_draft_by_age on access_request (expires_at) where state = 'draft';
create index access_request_open_by_age on access_request (expires_at) where state in ('submitted', 'returned');
