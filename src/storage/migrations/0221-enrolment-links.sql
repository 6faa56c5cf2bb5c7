-- When the link was last mailed because somebody asked for it: nobody's mailbox is filled from a public page.
alter table enrolment add column link_mailed_at timestamptz;
