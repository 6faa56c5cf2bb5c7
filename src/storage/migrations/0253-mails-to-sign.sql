-- How often somebody is mailed a link to sign, by whoever typed their address: found by a keyed hash of it.
create index enrolment_step_mailed on enrolment_step ((details ->> 'to'), at) where step = 'sent-for-signature';

-- An organisation asks and takes back. It never says of a request that it was granted, whatever is wrong in what it is asked through.
create policy asks on service_request as restrictive for insert to seb_organisation with check (state = 'waiting');
create policy takes_back on service_request as restrictive for update to seb_organisation
  using (true) with check (state in ('waiting', 'withdrawn'));
