-- A role ends on a day with another in its place. (role.status says draft, active or ended by hand; retired_at may lie ahead)
alter table role add column replaced_by uuid references role deferrable initially deferred;
alter table role add constraint not_its_own_replacement check (replaced_by <> id);
