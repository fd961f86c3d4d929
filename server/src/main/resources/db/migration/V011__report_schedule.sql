-- Reports that are made again and again.
create table report_schedules (
  id         text primary key,
  user_id    text not null references users (id),
  name       text not null,
  type       text not null,
  format     text not null,
  project_id text references projects (id) on delete cascade,
  schedule   text not null,
  recipients text[] not null,
  enabled    boolean not null,
  next_run   timestamptz not null,
  last_run   timestamptz,
  created_at timestamptz not null
);
create index report_schedules_user on report_schedules (user_id, created_at desc, id desc);
create index report_schedules_next_run on report_schedules (next_run) where enabled;

alter table reports add column recipients text[] not null default '{}';
