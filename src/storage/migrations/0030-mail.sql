-- Mail that SEB has to send: written in the transaction of the change it tells of, so it is sent if and only if that was
-- committed. (Domain model, invariant 7)

create table mail (
  id uuid primary key,
  -- The event it tells of, such as `invitation.sent`. Nothing here but `sealed` says who it is to or what it says.
  kind text not null,
  organisation_id uuid references organisation,
  -- Receiver and content, encrypted: a mail may carry a link that opens something. Gone as soon as it is sent or given up.
  sealed text,
  -- `captured`: kept and shown in the sandbox instead of being sent.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'captured', 'failed')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  -- When it is tried next; who tries moves it ahead first, so that nobody else does meanwhile.
  due_at timestamptz not null,
  ended_at timestamptz,
  -- What the mail server said the last time it said no, without addresses.
  answer text
);
create index mail_due on mail (due_at) where state = 'waiting';
create index mail_by_end on mail (ended_at) where ended_at is not null;

grant select, insert, update, delete on mail to seb_broker;
grant insert (id, kind, organisation_id, sealed, created_at, due_at) on mail to seb_organisation;
grant select (id, kind, organisation_id, state, created_at, ended_at, answer) on mail to seb_organisation;
alter table mail enable row level security;
create policy broker on mail to seb_broker using (true) with check (true);
create policy own on mail to seb_organisation using (organisation_id = current_organisation());
