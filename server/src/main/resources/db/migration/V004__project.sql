create table projects (
  id             text primary key,
  name           text not null,
  description    text,
  language       text not null,
  framework      text,
  repository_url text,
  status         text not null default 'active',
  settings       jsonb not null default '{}',
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  deleted_at     timestamptz
);
create index projects_created_at on projects (created_at desc, id desc) where deleted_at is null;

create table project_members (
  id         text primary key,
  project_id text not null references projects (id) on delete cascade,
  user_id    text not null references users (id),
  role       text not null,
  joined_at  timestamptz not null,
  unique (project_id, user_id)
);
create index project_members_user on project_members (user_id);

-- File contents, stored once whatever their name.
create table blobs (
  sha     text primary key,
  size    bigint not null,
  content bytea not null
);

create table snapshots (
  id         text primary key,
  project_id text not null references projects (id) on delete cascade,
  ref        text not null,
  origin     text not null,
  commit_id  text,
  created_at timestamptz not null
);
create index snapshots_project on snapshots (project_id, ref, created_at desc);

create table snapshot_files (
  snapshot_id text not null references snapshots (id) on delete cascade,
  path        text not null,
  sha         text not null references blobs (sha),
  size        bigint not null,
  primary key (snapshot_id, path)
);
create index snapshot_files_sha on snapshot_files (sha);
