-- Chief administrators appoint and remove the administrators of their organisation. The policies of 0010 hold for every row.
grant insert on administrator_appointment to seb_organisation;
grant update (level, unit_ids, service_ids, ended_at) on administrator_appointment to seb_organisation;
