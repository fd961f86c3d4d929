create table audit_records (
  seq           bigint generated always as identity primary key,
  id            text not null unique,
  action        text not null,
  outcome       text not null,
  user_id       text,
  user_email    text,
  ip_address    text,
  happened_at   timestamptz not null,
  object_type   text,
  object_id     text,
  request_id    text,
  details       text not null,
  previous_hash text not null,
  hash          text not null
);
create index audit_records_happened_at on audit_records (happened_at desc, id desc);
create index audit_records_action on audit_records (action, happened_at desc);
create index audit_records_user on audit_records (user_id, happened_at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit records are never changed';
end $$;
create trigger audit_records_stay before update or delete on audit_records
  for each row execute function refuse_change();
