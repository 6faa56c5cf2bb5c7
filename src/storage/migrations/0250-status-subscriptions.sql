-- Mail about the operational status, to whoever asked for it and said yes from their own mailbox. A mail address is personal data: it is kept
-- encrypted, found again by a keyed hash, and gone with the subscription.

-- What was asked for on the page. Nothing is looked up while somebody waits for the answer, so that it is the same, and takes the same time, for
-- every address; a job takes it from here.
create table status_subscription_ask (
  id uuid primary key,
  sealed text not null,
  address_hash text not null,
  language text not null check (language in ('da', 'en')),
  pace text not null check (pace in ('at-once', 'daily')),
  parts text[] not null,
  asked_at timestamptz not null
);
create index status_subscription_ask_oldest on status_subscription_ask (asked_at);

create table status_subscription (
  id uuid primary key,
  sealed text not null,
  address_hash text not null unique,
  language text not null check (language in ('da', 'en')),
  pace text not null check (pace in ('at-once', 'daily')),
  -- Empty: everything.
  parts text[] not null,
  -- When it was last asked for: an address gets one such mail a day, whoever asks.
  asked_at timestamptz not null,
  -- Null until somebody who reads the mailbox has said yes: nothing else is sent there.
  confirmed_at timestamptz,
  -- Mails in a row that the address did not take.
  refusals integer not null default 0
);
create index status_subscription_unconfirmed on status_subscription (asked_at) where confirmed_at is null;

-- What is on its way to whom; gone as soon as it is sent. One row for a message and a subscriber, however often the message changes meanwhile,
-- and one for the mail of the morning (`message_id` is null), which gathers.
create table status_delivery (
  id uuid primary key default gen_random_uuid(),
  subscription_id uuid not null references status_subscription on delete cascade,
  message_id uuid,
  messages uuid[] not null,
  -- Raised when there is more to tell: what was claimed before is not the whole of it.
  version integer not null default 1,
  attempts integer not null default 0,
  created_at timestamptz not null,
  -- When it is sent; who sends moves it ahead first, so that nobody else does meanwhile.
  due_at timestamptz not null,
  unique nulls not distinct (subscription_id, message_id)
);
create index status_delivery_due on status_delivery (due_at);

grant select, insert, update, delete on status_subscription_ask, status_subscription, status_delivery to seb_broker;
