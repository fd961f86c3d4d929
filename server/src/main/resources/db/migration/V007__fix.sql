create table fixes (
  id              text primary key,
  issue_key       text not null references issues (key) on delete cascade,
  project_id      text not null references projects (id) on delete cascade,
  status          text not null,
  description     text not null,
  rule            text not null,
  file            text not null,
  line            int not null,
  original_code   text not null,
  fixed_code      text not null,
  diff            text not null,
  content         bytea not null,
  base_sha        text not null,
  confidence      double precision not null,
  risk_level      text not null,
  requires_review boolean not null,
  proof           jsonb not null,
  created_at      timestamptz not null,
  decided_by      text,
  decided_at      timestamptz,
  reason          text,
  applied_at      timestamptz,
  verified_at     timestamptz
);
create index fixes_issue on fixes (issue_key, created_at desc);
create index fixes_project on fixes (project_id, status, created_at desc);
create index fixes_rule on fixes (rule, status);
