-- Mails that came in, each once however often it is delivered. What was said in them is in the case.
create table desk_mail (
  -- of who sent it, when, and what it says
  digest text primary key,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('filed', 'opened', 'too-large', 'automatic')),
  case_id uuid references desk_case,
  -- hash of the address it says it is from: so many answers are sent to one address and no more
  sender text not null,
  answered boolean not null default false
);
create index desk_mail_by_sender on desk_mail (sender, received_at) where answered;

-- What was attached, encrypted; its kind is what the content is.
create table desk_attachment (
  id uuid primary key,
  entry_id uuid not null references desk_entry,
  name text not null,
  kind text not null check (kind in ('pdf', 'jpeg', 'png')),
  size integer not null,
  sealed bytea not null
);
create index desk_attachment_of_entry on desk_attachment (entry_id);
grant select, insert, update on desk_mail to seb_broker;
grant select, insert on desk_attachment to seb_broker;
