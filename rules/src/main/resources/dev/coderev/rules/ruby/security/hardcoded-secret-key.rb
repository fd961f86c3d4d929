Rails.application.configure do
  # ruleid: ruby.security.hardcoded-secret-key
  config.secret_key_base = "3c7ff2f9d2c0b8bd7f0a"
  # ok: ruby.security.hardcoded-secret-key
  config.secret_key_base = ENV["SECRET_KEY_BASE"]
end

def issue(payload)
  # ruleid: ruby.security.hardcoded-secret-key
  JWT.encode(payload, "not very secret", "HS256")
end

def issue_from_environment(payload)
  # ok: ruby.security.hardcoded-secret-key
  JWT.encode(payload, ENV.fetch("TOKEN_KEY"), "HS256")
end
