create table activity (
  id         text primary key,
  type       text not null,
  message    text not null,
  project_id text references projects (id) on delete cascade,
  user_id    text,
  created_at timestamptz not null
);
create index activity_project on activity (project_id, created_at desc, id desc);
create index activity_user on activity (user_id, created_at desc, id desc);

create table reports (
  id              text primary key,
  user_id         text not null references users (id),
  job_id          text,
  name            text not null,
  type            text not null,
  format          text not null,
  project_id      text references projects (id) on delete cascade,
  from_time       timestamptz,
  to_time         timestamptz,
  include_details boolean not null,
  status          text not null,
  summary         jsonb,
  content         bytea,
  error           text,
  created_at      timestamptz not null,
  generated_at    timestamptz
);
create index reports_user on reports (user_id, created_at desc, id desc);
