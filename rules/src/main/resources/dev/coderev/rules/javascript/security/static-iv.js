const crypto = require("crypto");

function seal(key) {
  // ruleid: javascript.security.static-iv
  const a = crypto.createCipheriv("aes-256-cbc", key, "0123456789abcdef");
  // ruleid: javascript.security.static-iv
  const b = crypto.createCipheriv("aes-256-cbc", key, Buffer.alloc(16));
  const iv = crypto.randomBytes(16);
  // ok: javascript.security.static-iv
  const c = crypto.createCipheriv("aes-256-cbc", key, iv);
  // ok: javascript.security.static-iv
  const d = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
  // ok: javascript.security.static-iv
  const e = crypto.createCipheriv("aes-256-gcm", key, Buffer.from(iv.toString("hex"), "hex"));
  return [a, b, c, d, e];
}

module.exports = { seal };
