-- An organisation makes accounts for people it has made itself, and for nobody else's: the account is what lets it see the person,
-- so without this it could look at anybody whose id it came by. With the rights of the schema's owner, since the others are not there
-- for whoever asks.
create function is_nobody_elses(asked uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from account where account.person_id = asked and account.organisation_id <> current_organisation())
    and not exists (select from identity where identity.person_id = asked)
    and exists (select from person where person.id = asked and person.cpr_hash is null and person.key is null)
$$;
revoke execute on function is_nobody_elses(uuid) from public;
grant execute on function is_nobody_elses(uuid) to seb_organisation;
create policy only_new_people on account as restrictive for insert to seb_organisation with check (is_nobody_elses(person_id));

-- Two slices let an organisation write a person, each with a rule of its own. The columns it may write are those of somebody new (no CPR
-- number, no key), and without an account that the rule above allows, nobody sees the row.
drop policy bulk_creates on person;
