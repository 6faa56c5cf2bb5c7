-- An organisation that SEB does not know enrols itself. An enrolment is one row and the steps it took, which nobody can change.
-- It lapses by its date: no job decides.

create table enrolment (
  id uuid primary key,
  -- eight characters that can be read out on the phone, and stand in the address of its page
  reference text not null unique,
  -- of the secret link that opens it for whoever fills it in
  link_hash text not null unique,
  -- of the secret link that was mailed to whoever signs; null until it has been
  sign_link_hash text unique,
  state text not null check (state in ('draft', 'checked', 'awaiting-signature', 'signed', 'paper-received', 'approved', 'returned',
    'rejected', 'withdrawn', 'expired')),
  -- how it was handed in; kept while a question is open
  handed_in text check (handed_in in ('signed', 'paper')),
  -- raised by every step: of two decisions at once one finds that the other was first
  version integer not null default 1,
  language text not null check (language in ('da', 'en')),
  -- whoever fills it in
  contact_name text not null,
  contact_email text not null,
  -- null until it has been typed
  cvr text,
  -- everything that was typed, step by step (src/enrolment/typed-enrolment.ts)
  typed jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  handed_in_at timestamptz,
  -- unsigned by then it has lapsed
  expires_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  -- what came of an approval
  organisation_id uuid references organisation,
  constraint handed_in_has_a_way check ((handed_in is null) = (handed_in_at is null)),
  constraint approved_makes_an_organisation check ((state = 'approved') = (organisation_id is not null)),
  constraint decided_by_somebody check ((state in ('approved', 'rejected')) = (decided_by is not null and decided_at is not null))
);
create index enrolment_waiting on enrolment (handed_in_at, id) where state in ('signed', 'paper-received');
create index enrolment_newest on enrolment (updated_at desc, id);
create index enrolment_of_cvr on enrolment (cvr) where cvr is not null;
create index enrolment_of_contact on enrolment (lower(contact_email), created_at);
create index enrolment_by_end on enrolment (expires_at) where state in ('draft', 'checked', 'awaiting-signature');
-- Signed for by the same organisation twice it is one enrolment. Paper proves nothing before somebody has looked at it.
create unique index one_signed_enrolment on enrolment (cvr) where handed_in = 'signed' and state in ('signed', 'returned');

create table enrolment_step (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  position integer not null,
  at timestamptz not null,
  step text not null check (step in ('begun', 'checked', 'reopened', 'sent-for-signature', 'signed', 'paper-received', 'returned',
    'answered', 'approved', 'rejected', 'withdrawn', 'expired')),
  -- whoever holds the link, whoever logged in to sign, system management or the desk; nobody: its time ran out
  by_kind text not null check (by_kind in ('applicant', 'signatory', 'staff', 'nobody')),
  by_person uuid references person,
  -- the question, the answer, the reason
  words text not null default '',
  details jsonb not null default '{}',
  unique (enrolment_id, position)
);

-- What the signatory saw and confirmed, and who the log-in said they were. Nobody can change it.
create table enrolment_signature (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  at timestamptz not null,
  -- word for word, as it stood on the page; its hash is in the sealed log
  shown text not null,
  shown_hash text not null,
  name text not null,
  cvr text not null,
  identity_provider_id uuid not null references identity_provider,
  -- as the provider names the log-in, hashed
  log_in_hash text not null
);
create index enrolment_signature_of_enrolment on enrolment_signature (enrolment_id, at desc);

grant select, insert, update on enrolment to seb_broker;
grant select, insert on enrolment_step, enrolment_signature to seb_broker;
revoke update, delete, truncate on enrolment_step, enrolment_signature from seb_broker;
