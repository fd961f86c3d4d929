-- Repositories whose host tells us of changes. Secrets and tokens are sealed.
create table webhooks (
  id              text primary key,
  project_id      text not null references projects (id) on delete cascade,
  host            text not null,
  address         text not null,
  repository      text not null,
  user_id         text not null references users (id),
  token           bytea,
  secret          bytea not null,
  previous_secret bytea,
  previous_until  timestamptz,
  created_at      timestamptz not null,
  unique (project_id, host, address, repository)
);
create index webhooks_repository on webhooks (host, lower(repository));

-- What came in; the digest of a body is known for a week, so that nothing is done twice.
create table webhook_deliveries (
  id          text primary key,
  hook_id     text not null,
  body_sha    text not null,
  delivery    text not null,
  event       text not null,
  status      text not null,
  received_at timestamptz not null,
  unique (hook_id, body_sha)
);
create index webhook_deliveries_received_at on webhook_deliveries (received_at);

-- Changes that were reviewed for a host; number 0 is a push.
create table change_reviews (
  id          text primary key,
  webhook_id  text not null references webhooks (id) on delete cascade,
  number      bigint not null,
  head        text not null,
  base        text not null,
  branch      text not null,
  analysis_id text not null,
  check_id    text,
  created_at  timestamptz not null,
  unique (webhook_id, head, number)
);

-- The one summary of each proposed change.
create table change_summaries (
  webhook_id text not null references webhooks (id) on delete cascade,
  number     bigint not null,
  remote_id  text not null,
  primary key (webhook_id, number)
);
