-- What administration of people needs: what an organisation may write of its own, when an account was last used, and the
-- sessions of an account that ends. The policies of 0003 and 0010 hold for every row written.

alter table account add column last_log_in_at timestamptz;
create index account_of_unit on account (unit_id);

grant select on person_authorisation to seb_organisation;
alter table person_authorisation enable row level security;
create policy broker on person_authorisation to seb_broker using (true) with check (true);
create policy own on person_authorisation to seb_organisation using (
  exists (select from account where account.person_id = person_authorisation.person_id and account.organisation_id = current_organisation()));

grant update (status, valid_until) on account to seb_organisation;
grant insert on role_assignment to seb_organisation;
grant update (scopes, valid_from, valid_until, withdrawn_at, reason) on role_assignment to seb_organisation;

-- Somebody may have accounts elsewhere: only the sessions that speak for this organisation, or have used this account, end.
-- Administration reads no sessions, so the function does it with the rights of the schema's owner.
create function end_sessions_of_account(ended_account uuid, at timestamptz, why text) returns integer
language sql security definer set search_path = public, pg_temp as $$
  with ended as (
    update session set ended_at = at, ended_why = why
    from account join organisation on organisation.id = account.organisation_id
    where account.id = ended_account and account.organisation_id = current_organisation()
      and session.person_id = account.person_id and session.ended_at is null
      and (session.authentication->'attributes'->'cvr' ? organisation.cvr
        or exists (select from session_participant part where part.session_id = session.id and part.account_id = account.id))
    returning session.id)
  select count(*)::integer from ended
$$;
revoke execute on function end_sessions_of_account from public;
grant execute on function end_sessions_of_account to seb_organisation;
