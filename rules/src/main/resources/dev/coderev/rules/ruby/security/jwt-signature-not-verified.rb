def read(token, key)
  # ruleid: ruby.security.jwt-signature-not-verified
  JWT.decode(token, nil, false)
  # ruleid: ruby.security.jwt-signature-not-verified
  JWT.encode({ id: 1 }, nil, "none")
  # ok: ruby.security.jwt-signature-not-verified
  JWT.decode(token, key, true, algorithm: "HS256")
  # ok: ruby.security.jwt-signature-not-verified
  JWT.encode({ id: 1 }, key, "HS256")
end
