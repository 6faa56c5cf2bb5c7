-- Chief administrators decide whether their people are told by name who looked at their access.
grant update (tells_names) on organisation to seb_organisation;
