create table users (
  id                   text primary key,
  email                text not null,
  email_key            text not null unique,
  name                 text not null,
  password_hash        text,
  role                 text not null,
  status               text not null default 'active',
  inactive_reason      text,
  must_change_password boolean not null default false,
  avatar               text,
  bio                  text,
  company              text,
  location             text,
  website              text,
  theme                text not null default 'system',
  language             text not null default 'en',
  notifications        boolean not null default true,
  privacy              jsonb not null default '{}',
  notices              jsonb not null default '{}',
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  last_login           timestamptz,
  last_seen            timestamptz,
  erase_after          timestamptz
);
create index users_created_at on users (created_at desc, id desc);

create table sessions (
  id           text primary key,
  user_id      text not null references users (id),
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null,
  ip_address   text not null,
  user_agent   text not null,
  remember_me  boolean not null,
  revoked_at   timestamptz
);
create index sessions_user on sessions (user_id, created_at desc);

create table refresh_tokens (
  hash       text primary key,
  session_id text not null references sessions (id) on delete cascade,
  created_at timestamptz not null,
  used_at    timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);

create table signing_keys (
  kid        text primary key,
  sealed     bytea not null,
  created_at timestamptz not null
);

create table password_resets (
  hash       text primary key,
  user_id    text not null references users (id),
  expires_at timestamptz not null,
  used_at    timestamptz
);

create table invitations (
  hash       text primary key,
  expires_at timestamptz not null,
  used_at    timestamptz
);

create table api_keys (
  id          text primary key,
  user_id     text not null references users (id),
  name        text not null,
  prefix      text not null unique,
  secret_hash text not null,
  scopes      text[] not null,
  created_at  timestamptz not null,
  expires_at  timestamptz,
  last_used   timestamptz,
  revoked_at  timestamptz
);
create index api_keys_user on api_keys (user_id, created_at desc);
