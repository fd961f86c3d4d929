require "digest"

def sums(data)
  # ruleid: ruby.security.weak-hash
  a = Digest::MD5.hexdigest(data)
  # ruleid: ruby.security.weak-hash
  b = Digest::SHA1.new
  # ruleid: ruby.security.weak-hash
  c = OpenSSL::Digest.new("SHA1")
  # ok: ruby.security.weak-hash
  d = Digest::SHA256.hexdigest(data)
  # ok: ruby.security.weak-hash
  e = OpenSSL::Digest.new("SHA256")
  [a, b, c, d, e]
end
