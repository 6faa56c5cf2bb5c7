-- A notice and its mail have the same id. An administrator sees that mails to one of the organisation's people do not arrive.
grant select (created_at) on notice to seb_organisation;
