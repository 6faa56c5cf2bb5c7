-- The planner's picture of the tables that grow by thousands of rows at once. Without it a look-up of five hundred people reads all
-- there are, five hundred times. PostgreSQL keeps the picture by itself, but not while one change is under way; the embedded
-- engine never does. Only the owner of a table may ask, so the function does.
create function refresh_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze person, account, role_assignment, earlier_row, bulk_row, administrator_appointment, unit;
end
$$;
revoke execute on function refresh_statistics from public;
grant execute on function refresh_statistics to seb_broker;
