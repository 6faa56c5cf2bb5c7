-- Chief administrators keep the units of their organisation. A unit that is closed keeps its row: what happened there refers to it.
alter table unit add column closed_at timestamptz;

grant insert on unit to seb_organisation;
grant update (parent_id, name, sor, p_number, ydernummer, municipality_code, region_code, closed_at) on unit to seb_organisation;
-- An employee is handed over to another unit.
grant update (unit_id) on account to seb_organisation;

-- Whatever the code says, no unit stands under another organisation's, and nobody belongs to one. Asked at the end of the
-- transaction, so that an organisation can move as a whole.
alter table unit add constraint unit_of_organisation unique (organisation_id, id);
alter table unit add constraint unit_parent_of_same_organisation foreign key (organisation_id, parent_id)
  references unit (organisation_id, id) deferrable initially deferred;
alter table account add constraint account_unit_of_same_organisation foreign key (organisation_id, unit_id)
  references unit (organisation_id, id) deferrable initially deferred;
