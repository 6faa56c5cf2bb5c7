-- Administrators correct the numbers that an employee's log-in is known by. The policies of 0003 hold for every row.
grant update (professional_uuid, rid) on account to seb_organisation;
