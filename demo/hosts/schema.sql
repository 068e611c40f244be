-- The proxy's memory. Every rule that two requests at the same moment could break is a constraint here.
-- Times are milliseconds since 1970.

create table if not exists onboardings (
  number integer primary key autoincrement,
  tenant text not null,
  actor text not null,
  provider_id text not null,                -- '' for none: in SQL no null equals another
  created_at integer not null,
  expiration_date integer not null unique,  -- recognises it in Edlink's list after a lost answer
  onboarding_id text unique,                -- Edlink's; null until the creation was seen to succeed
  lease text not null,                      -- who may create it at Edlink just now,
  leased_until integer not null,            -- and for how long
  is_live integer not null default 1,       -- what another click of the same tenant gets
  outcome text check (outcome in ('connected', 'conflict', 'deleted')),
  asked_at integer not null default 0,      -- when Edlink was last asked,
  answered_at integer not null default 0,   -- when the question was asked that it has answered,
  answer text                               -- and how, as JSON; null: it knows no such onboarding
);

create unique index if not exists one_live on onboardings (tenant, provider_id) where is_live = 1;

create table if not exists idempotency_keys (
  tenant text not null,
  key text not null,
  fingerprint text not null,                -- of the request's body
  number integer not null references onboardings on delete cascade,
  primary key (tenant, key)
);

-- The first tenant with an integration keeps it.
create table if not exists integrations (
  integration_id text primary key,
  tenant text not null
);

-- 'secret', and 'paused_until': Edlink's 429 is for the whole team.
create table if not exists notes (
  name text primary key,
  value text not null
);
