-- An organisation that takes back what it asked for has solved the case about it: that much of it is the organisation's too.
grant update (state, resolved_at, answer_by, solve_by, minutes_left, updated_at, version) on desk_case to seb_organisation;

-- What is long solved is removed (src/desk/cases/forget-cases.store.ts).
grant delete on desk_case, desk_entry, desk_attachment, desk_mail to seb_broker;
