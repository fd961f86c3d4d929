-- The span that queued a job, as a W3C traceparent: the trace of the job's run links to it.
alter table jobs add column cause text;
