-- What the service desk tells everybody about how SEB runs. A message says when it begins and ends: the light is reckoned from
-- that, and nobody has to turn it back.
create table status_message (
  id uuid primary key,
  kind text not null check (kind in ('incident', 'window', 'notice')),
  -- What it does to its parts while it lasts.
  effect text not null check (effect in ('none', 'unstable', 'down')),
  priority integer check (priority between 1 and 4),
  parts text[] not null,
  title_da text not null,
  title_en text not null,
  text_da text not null,
  text_en text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  -- What SEB itself saw and proposed to tell, by part; null where somebody wrote it.
  measured_part text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  check (ends_at is null or ends_at >= starts_at),
  check (kind <> 'window' or ends_at is not null),
  check ((kind = 'incident') = (priority is not null))
);
create index status_message_newest on status_message (updated_at desc, id) where state = 'published';
create index status_message_draft on status_message (created_at) where state = 'draft';
-- A part in trouble gets one draft, however many processes see it.
create unique index status_message_measured on status_message (measured_part)
  where measured_part is not null and state <> 'withdrawn' and ends_at is null;
grant select, insert, update on status_message to seb_broker;
