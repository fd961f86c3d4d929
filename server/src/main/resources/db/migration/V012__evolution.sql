-- The versions of the reviewer. A manifest never changes: its digest is the version's name.
create table versions (
  id                   text primary key,
  name                 text not null,
  parent               text references versions (id),
  manifest             jsonb not null,
  state                text not null,
  state_since          timestamptz not null,
  created_at           timestamptz not null,
  promoted_at          timestamptz,
  quarantine_reason    text,
  consecutive_failures int not null default 0
);
create index versions_state on versions (state, state_since desc);

create table version_aliases (
  alias      text primary key,
  version_id text not null references versions (id)
);

create table version_transitions (
  id           text primary key,
  action       text not null,
  version_id   text not null references versions (id),
  from_version text,
  to_version   text,
  from_state   text,
  to_state     text not null,
  reason       text,
  user_id      text,
  happened_at  timestamptz not null
);
create index version_transitions_happened_at on version_transitions (happened_at desc, id desc);

-- What an administrator set otherwise than it comes.
create table evolution_settings (
  id         boolean primary key default true check (id),
  settings   jsonb not null,
  updated_at timestamptz not null
);

create table experiments (
  id            text primary key,
  name          text not null,
  status        text not null,
  variant_a     text not null references versions (id),
  variant_b     text not null references versions (id),
  traffic_split int not null,
  start_date    timestamptz,
  end_date      timestamptz,
  created_at    timestamptz not null
);
create index experiments_created_at on experiments (created_at desc, id desc);
create index analyses_version on analyses (version_id, created_at desc);
