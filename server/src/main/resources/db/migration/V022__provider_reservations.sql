-- Tokens that requests in flight may take. What a killed server left is over at its end.
create table provider_reservations (
  id          bigint generated always as identity primary key,
  provider_id text not null references providers (id),
  tokens      bigint not null check (tokens >= 0),
  ends_at     timestamptz not null
);
create index provider_reservations_provider on provider_reservations (provider_id);
