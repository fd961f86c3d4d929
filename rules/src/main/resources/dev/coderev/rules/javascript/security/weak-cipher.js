const crypto = require("crypto");

function seal(key, iv) {
  // ruleid: javascript.security.weak-cipher
  const a = crypto.createCipheriv("des-ede3-cbc", key, iv);
  // ruleid: javascript.security.weak-cipher
  const b = crypto.createCipheriv("aes-256-ecb", key, null);
  // ruleid: javascript.security.weak-cipher
  const c = crypto.createCipher("aes192", "secret");
  // ok: javascript.security.weak-cipher
  const d = crypto.createCipheriv("aes-256-gcm", key, iv);
  // ok: javascript.security.weak-cipher
  const e = crypto.createCipheriv("chacha20-poly1305", key, iv, { authTagLength: 16 });
  // ok: javascript.security.weak-cipher
  const f = crypto.createHash("sha256");
  return [a, b, c, d, e, f];
}

module.exports = { seal };
