create table analyses (
  id            text primary key,
  kind          text not null,
  project_id    text references projects (id) on delete cascade,
  user_id       text,
  job_id        text,
  status        text not null,
  language      text not null,
  scan_type     text not null,
  ref           text not null,
  snapshot_id   text,
  request       jsonb not null,
  issues_found  int not null default 0,
  score         double precision,
  conclusion    text,
  result        jsonb,
  sarif         text,
  error         text,
  version_id    text not null,
  created_at    timestamptz not null,
  started_at    timestamptz,
  completed_at  timestamptz
);
create index analyses_project on analyses (project_id, created_at desc, id desc);
create index analyses_user on analyses (user_id, created_at desc, id desc);
create index analyses_job on analyses (job_id);
