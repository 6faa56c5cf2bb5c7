-- Chief administrators are told of a request that nobody has answered, once. That they have it is asked of the dates, told or not.
alter table access_request add column escalation_told_at timestamptz;
create index access_request_not_told_of on access_request (submitted_at) where state = 'submitted' and escalation_told_at is null;
