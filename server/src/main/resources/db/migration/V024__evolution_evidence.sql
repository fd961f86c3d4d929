-- What versions are judged by. Parts and sets of cases are named by their content and never change.
alter table versions
  add column goal text not null default 'improvement',
  add column created_by text,
  add column recovery_time timestamptz,
  add column recovered_from_quarantine boolean not null default false;

create table version_parts (
  digest     text primary key,
  kind       text not null,
  content    text not null,
  created_at timestamptz not null
);

create table gold_sets (
  id         text primary key,
  name       text not null,
  cases      jsonb not null,
  counts     jsonb not null,
  created_at timestamptz not null
);
create index gold_sets_created_at on gold_sets (created_at desc, id desc);

create table evaluations (
  id           text primary key,
  version_id   text not null references versions (id) on delete cascade,
  gold_id      text not null references gold_sets (id),
  purpose      text not null,
  status       text not null,
  outcome      text,
  result       jsonb,
  error        text,
  created_at   timestamptz not null,
  completed_at timestamptz
);
create index evaluations_version on evaluations (version_id, created_at desc, id desc);

-- Answers of the version that serves and of one on trial to the same input.
create table shadow_pairs (
  id                 text primary key,
  stable_id          text not null references versions (id) on delete cascade,
  candidate_id       text not null references versions (id) on delete cascade,
  analysis_id        text not null,
  language           text not null,
  input_digest       text not null,
  stable_ms          double precision not null,
  candidate_ms       double precision not null,
  failed             boolean not null,
  stable_findings    jsonb not null,
  candidate_findings jsonb not null,
  agreed             boolean not null,
  happened_at        timestamptz not null,
  unique (candidate_id, analysis_id)
);
create index shadow_pairs_candidate on shadow_pairs (candidate_id, happened_at desc, id desc);
create index shadow_pairs_happened_at on shadow_pairs (happened_at desc, id desc);

create table recoveries (
  version_id      text primary key references versions (id) on delete cascade,
  status          text not null,
  attempts        int not null default 0,
  next_attempt_at timestamptz,
  tried_with      text,
  accuracy_before double precision,
  updated_at      timestamptz not null
);
insert into recoveries (version_id, status, next_attempt_at, updated_at)
  select id, 'pending', state_since + interval '24 hours', state_since from versions
  where state = 'quarantine';

create table exclusions (
  id         text primary key,
  component  text not null,
  reason     text not null,
  permanent  boolean not null,
  until      timestamptz,
  created_by text,
  created_at timestamptz not null
);
create index exclusions_component on exclusions (component);

create table evolution_events (
  id          text primary key,
  event_type  text not null,
  version_id  text,
  source      text not null,
  from_state  text,
  to_state    text,
  reason      text,
  user_id     text,
  happened_at timestamptz not null
);
create index evolution_events_happened_at on evolution_events (happened_at desc, id desc);

create table evolution_cycle (
  id             boolean primary key default true check (id),
  phase          text not null default 'idle',
  frozen         boolean not null default false,
  freeze_reason  text,
  started_at     timestamptz,
  completed_at   timestamptz,
  outcome        text,
  holder         text
);
insert into evolution_cycle default values;
