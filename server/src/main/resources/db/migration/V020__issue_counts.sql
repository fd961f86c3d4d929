-- How many issues there are of each kind, kept by the database with every change: a change adds a row
-- (+1, -1) and nobody waits for anybody; folding makes one row of many. A sum over the rows is exact
-- in every snapshot. Project '' is all projects together.
create table issue_counts (
  project_id text not null,
  category   text not null,
  severity   text not null,
  status     text not null,
  type       text not null,
  n          bigint not null,
  folded     boolean not null
);
create index issue_counts_kind on issue_counts (project_id, category, status, severity, type)
  include (n);
create index issue_counts_unfolded on issue_counts
  (project_id, category, status, severity, type) where not folded;

create function count_added_issues() returns trigger language plpgsql as $$
begin
  insert into issue_counts
  select coalesce(project_id, ''), category, severity, status, type, count(*), false from changed
  group by grouping sets
    ((project_id, category, severity, status, type), (category, severity, status, type));
  return null;
end $$;

create function count_removed_issues() returns trigger language plpgsql as $$
begin
  insert into issue_counts
  select coalesce(project_id, ''), category, severity, status, type, -count(*), false from changed
  group by grouping sets
    ((project_id, category, severity, status, type), (category, severity, status, type));
  return null;
end $$;

create function count_changed_issue() returns trigger language plpgsql as $$
begin
  insert into issue_counts values
    (new.project_id, new.category, new.severity, new.status, new.type, 1, false),
    ('', new.category, new.severity, new.status, new.type, 1, false),
    (old.project_id, old.category, old.severity, old.status, old.type, -1, false),
    ('', old.category, old.severity, old.status, old.type, -1, false);
  return null;
end $$;

create trigger issues_count_added after insert on issues
  referencing new table as changed for each statement execute function count_added_issues();
create trigger issues_count_removed after delete on issues
  referencing old table as changed for each statement execute function count_removed_issues();
create trigger issues_count_changed after update on issues for each row
  when ((old.project_id, old.category, old.severity, old.status, old.type)
    is distinct from (new.project_id, new.category, new.severity, new.status, new.type))
  execute function count_changed_issue();

insert into issue_counts
select coalesce(project_id, ''), category, severity, status, type, count(*), true from issues
group by grouping sets
  ((project_id, category, severity, status, type), (category, severity, status, type))
having count(*) > 0;
