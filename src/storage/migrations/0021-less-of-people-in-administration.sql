-- Administration needs a person's name and address, never the CPR number nor the log-ins at other organisations.
revoke select on person, identity from seb_organisation;
grant select (id, key, name, email, language, created_at) on person to seb_organisation;
