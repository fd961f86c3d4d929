-- The transactional outbox of Spring Modulith.
create table event_publication (
  id                     uuid primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_completion_date on event_publication (completion_date);

-- The queue of db-scheduler.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);

-- What became of the work that requests started.
create table jobs (
  id           text primary key,
  kind         text not null,
  status       text not null,
  progress     int not null default 0,
  project_id   text,
  started_by   text,
  request_id   text not null,
  payload      jsonb not null,
  attempt      int not null default 0,
  cancel       boolean not null default false,
  created_at   timestamptz not null,
  started_at   timestamptz,
  completed_at timestamptz,
  result_url   text,
  error        text
);
create index jobs_waiting on jobs (project_id, kind, status) where status in ('queued', 'running');

-- Answers that are given again when a request is repeated.
create table idempotent_answers (
  caller     text not null,
  route      text not null,
  key        text not null,
  body_hash  text not null,
  status     int,
  headers    jsonb,
  body       bytea,
  created_at timestamptz not null,
  primary key (caller, route, key)
);
create index idempotent_answers_created_at on idempotent_answers (created_at);
