require "securerandom"

def new_token
  # ruleid: ruby.security.insecure-random-secret
  (0...20).map { ("a".."z").to_a[rand(26)] }.join
end

def start
  # ruleid: ruby.security.insecure-random-secret
  reset_code = rand(100_000..999_999)
  # ruleid: ruby.security.insecure-random-secret
  password = ("a".."z").to_a.shuffle.first(8).join
  # ok: ruby.security.insecure-random-secret
  dice = rand(6)
  # ok: ruby.security.insecure-random-secret
  token = SecureRandom.hex(32)
  # ok: ruby.security.insecure-random-secret
  secret = words.split('').shuffle(random: SecureRandom).join
  [secret, reset_code, password, dice, token]
end
