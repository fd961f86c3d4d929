-- The services that answer as language models. Keys are sealed and never read out.
create table providers (
  id            text primary key,
  name          text not null,
  type          text not null,
  enabled       boolean not null,
  priority      int not null default 1,
  rate_limit    int not null default 100,
  base_url      text,
  default_model text,
  models        text[] not null default '{}',
  sealed_key    bytea,
  updated_at    timestamptz not null default now()
);
insert into providers (id, name, type, enabled, priority, base_url) values
  ('local', 'The local model', 'local', true, 1, null),
  ('openai', 'OpenAI', 'openai', false, 2, 'https://api.openai.com/v1'),
  ('anthropic', 'Anthropic', 'anthropic', false, 3, 'https://api.anthropic.com'),
  ('ollama', 'Ollama', 'ollama', false, 4, 'http://localhost:11434'),
  ('huggingface', 'Hugging Face', 'huggingface', false, 5, 'https://router.huggingface.co/v1'),
  ('other', 'Another OpenAI-compatible service', 'other', false, 6, null);

create table provider_calls (
  id            bigint generated always as identity primary key,
  provider_id   text not null references providers (id),
  happened_at   timestamptz not null,
  latency_ms    int not null,
  succeeded     boolean not null,
  input_tokens  bigint not null,
  output_tokens bigint not null
);
create index provider_calls_provider on provider_calls (provider_id, happened_at desc, id desc);
