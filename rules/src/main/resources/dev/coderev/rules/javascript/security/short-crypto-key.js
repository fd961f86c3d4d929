const crypto = require("crypto");

function keys(done) {
  // ruleid: javascript.security.short-crypto-key
  const a = crypto.generateKeyPairSync("rsa", { modulusLength: 1024 });
  // ruleid: javascript.security.short-crypto-key
  crypto.generateKeyPair("dsa", { modulusLength: 512, divisorLength: 256 }, done);
  // ok: javascript.security.short-crypto-key
  const b = crypto.generateKeyPairSync("rsa", { modulusLength: 3072 });
  // ok: javascript.security.short-crypto-key
  const c = crypto.generateKeyPairSync("ec", { namedCurve: "P-256" });
  // ruleid: javascript.security.short-crypto-key
  const d = crypto.createDiffieHellman(1024);
  // ok: javascript.security.short-crypto-key
  const e = crypto.createDiffieHellman(3072);
  return [a, b, c, d, e];
}

module.exports = { keys };
