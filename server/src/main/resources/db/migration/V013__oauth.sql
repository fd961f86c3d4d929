-- Ways to a code host that somebody began; each is gone through once.
create table oauth_states (
  hash         text primary key,
  provider     text not null,
  user_id      text references users (id) on delete cascade,
  bound_to     text not null,
  redirect_uri text not null,
  verifier     bytea not null,
  nonce        text not null,
  expires_at   timestamptz not null
);
create index oauth_states_expires_at on oauth_states (expires_at);

-- Accounts at code hosts that users connected. Tokens are sealed.
create table oauth_connections (
  user_id       text not null references users (id) on delete cascade,
  provider      text not null,
  account_id    text not null,
  username      text not null,
  access_token  bytea not null,
  refresh_token bytea,
  expires_at    timestamptz,
  scopes        text[] not null default '{}',
  connected_at  timestamptz not null,
  primary key (user_id, provider),
  unique (provider, account_id)
);

-- Repositories of hosts that projects take their source from.
create table repository_links (
  project_id   text primary key references projects (id) on delete cascade,
  repo_id      text not null,
  full_name    text not null,
  clone_url    text not null,
  webhook_id   text references webhooks (id) on delete set null,
  remote_hook  text,
  user_id      text not null references users (id),
  connected_at timestamptz not null
);
create index repository_links_repo_id on repository_links (repo_id);

-- Whether results are told with the account that the webhook's user lends.
alter table webhooks add column lent boolean not null default false;
