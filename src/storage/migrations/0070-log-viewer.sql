-- The log is read a page at a time, newest first, by what was done, by whom and with what outcome, among millions of events.
-- Times are found by number: events are numbered in the order of their time, but for what clocks and transactions differ by.
create index audit_event_of_organisation_by_action on audit_event (organisation_id, action, sequence);
create index audit_event_by_action on audit_event (action, sequence);
create index audit_event_by_actor on audit_event (actor_id, sequence) where actor_kind = 'person';
create index audit_event_not_done on audit_event (sequence) where outcome <> 'success';
create index audit_event_of_organisation_not_done on audit_event (organisation_id, sequence) where outcome <> 'success';

-- People are found by the beginning of their name.
create index person_by_name on person ((lower(name) collate "C"));

-- The last number before a moment, by halving: some twenty looks into an index. In one organisation, where one is given.
create function audit_sequence_before(moment timestamptz, organisation uuid) returns bigint language plpgsql stable as $$
declare
  low bigint := 0;
  high bigint;
  middle bigint;
  found_sequence bigint;
  found_at timestamptz;
begin
  if organisation is null then
    select coalesce(max(sequence), 0) into high from audit_event;
  else
    select coalesce(max(sequence), 0) into high from audit_event where organisation_id = organisation;
  end if;
  while low < high loop
    middle := (low + high) / 2;
    if organisation is null then
      select sequence, at into found_sequence, found_at from audit_event
        where sequence > middle order by sequence limit 1;
    else
      select sequence, at into found_sequence, found_at from audit_event
        where organisation_id = organisation and sequence > middle order by sequence limit 1;
    end if;
    if found_at < moment then
      low := found_sequence;
    else
      high := middle;
    end if;
  end loop;
  return high;
end
$$;
