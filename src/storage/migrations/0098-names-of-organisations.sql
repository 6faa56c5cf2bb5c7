-- The list of all organisations is in the order of the folded name and searched by its words: worked out when it is
-- written, not for thirty thousand at every look.
drop index organisation_by_name;
alter table organisation add column name_key text collate "C" not null generated always as (fold_name(name)) stored;
create index organisation_by_name on organisation (name_key, id) include (kind, status);
