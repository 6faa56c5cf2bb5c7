-- Lists of tens of thousands of people come a page at a time and are searched by part of a name. The name stands in the
-- account as well, folded, so that one index within the organisation holds the order and all that the filters ask for.

-- Lower case without accents, æ ø å as the three characters after z (their places in the old seven-bit alphabet) and aa as å:
-- compared byte by byte it is the order of Danish dictionaries, whatever the locale of the database.
create function fold_name(name text) returns text language sql immutable parallel safe
  return replace(translate(lower(name),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZæøåÆØÅäöÄÖüÜéèêëÉÈÊËáàâãÁÀÂÃíìîïÍÌÎÏóòôõÓÒÔÕúùûÚÙÛýÝçÇñÑčćČĆšŠžŽłŁńŃðÐ',
    'abcdefghijklmnopqrstuvwxyz{|}{|}{|{|yyeeeeeeeeaaaaaaaaiiiiiiiioooooooouuuuuuyyccnnccccsszzllnndd'), 'aa', '}') collate "C";

-- What is searched: æ, ø and å as they are written without the letters, so that `soeren` and `Søren`, `Aase` and `åse` meet.
create function searched_name(folded text) returns text language sql immutable parallel safe
  return replace(replace(replace(folded, '{', 'ae'), '|', 'oe'), '}', 'aa');

alter table account add column name_key text collate "C" not null default '';

-- Whatever is written there, this is what stands there. With the rights of the schema's owner: whoever creates an account
-- may not yet see its person.
create function take_name_key() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.name_key := coalesce((select fold_name(name) from person where id = new.person_id), '');
  return new;
end
$$;
create trigger take_name_key before insert or update of person_id, name_key on account
  for each row execute function take_name_key();

create function pass_name_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account set name_key = '' where person_id = new.id;
  return null;
end
$$;
create trigger pass_name_on after update of name on person
  for each row when (new.name is distinct from old.name) execute function pass_name_on();

update account set name_key = '';
create index account_by_name on account (organisation_id, name_key, id) include (unit_id, status, valid_until);
create index organisation_by_name on organisation (fold_name(name), id);
