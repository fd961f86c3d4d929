-- Projects that changed since their last cycle of repairs.
create table fix_cycles (
  project_id   text primary key references projects (id) on delete cascade,
  wanted_since timestamptz,
  started_at   timestamptz
);
create index fix_cycles_wanted_since on fix_cycles (wanted_since) where wanted_since is not null;
