-- What administrators decided about the learning loop; there is one.
create table learning_loop (
  id     boolean primary key default true check (id),
  state  text not null,
  reason text,
  since  timestamptz not null
);
insert into learning_loop (state, since) values ('stopped', now());
