-- How many log in when, hour by hour: whom a service window would meet. Numbers only; nobody is in them.
create table log_in_hour (
  begins_at timestamptz primary key,
  people integer not null,
  organisations integer not null
);
grant select, insert, delete on log_in_hour to seb_broker;
