const jwt = require("jsonwebtoken");

function claims(token, key) {
  // ruleid: javascript.security.jwt-not-verified
  const a = jwt.verify(token, key, { algorithms: ["HS256", "none"] });
  // ruleid: javascript.security.jwt-not-verified
  const b = jwt.verify(token, null);
  // ruleid: javascript.security.jwt-not-verified
  const c = jwt.sign({ sub: "1" }, key, { algorithm: "none" });
  // ok: javascript.security.jwt-not-verified
  const d = jwt.verify(token, key, { algorithms: ["HS256"] });
  // ok: javascript.security.jwt-not-verified
  const e = jwt.sign({ sub: "1" }, key, { algorithm: "RS256" });
  // ok: javascript.security.jwt-not-verified
  const f = jwt.verify(token, key);
  const lax = { issuer: "us", algorithms: ["HS256", "none"] };
  // ruleid: javascript.security.jwt-not-verified
  const g = jwt.verify(token, key, lax);
  const strict = { issuer: "us", algorithms: ["HS256"] };
  // ok: javascript.security.jwt-not-verified
  const h = jwt.verify(token, key, strict);
  return [a, b, c, d, e, f, g, h];
}

module.exports = { claims };
