const crypto = require("crypto");
const { createHash } = require("crypto");
const cache = require("./cache");
const fingerprint = require("md5");

function digest(text) {
  // ruleid: javascript.security.weak-hash
  const a = crypto.createHash("md5").update(text).digest("hex");
  // ruleid: javascript.security.weak-hash
  const b = createHash("SHA1").update(text);
  // ruleid: javascript.security.weak-hash
  const c = crypto.createSign("RSA-SHA1");
  // ok: javascript.security.weak-hash
  const d = crypto.createHash("sha256").update(text);
  // ok: javascript.security.weak-hash
  const e = createHash("sha3-256");
  // ok: javascript.security.weak-hash
  const f = cache.createHash("md5");
  // ruleid: javascript.security.weak-hash
  const g = fingerprint(text);
  return [a, b, c, d, e, f, g];
}

module.exports = { digest };
