const https = require("https");
const tls = require("tls");

// ruleid: javascript.security.tls-verification-disabled
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
// ok: javascript.security.tls-verification-disabled
process.env.NODE_ENV = "0";

function connect(ca) {
  // ruleid: javascript.security.tls-verification-disabled
  const a = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
  // ruleid: javascript.security.tls-verification-disabled
  const b = tls.connect(443, "db", { rejectUnauthorized: false });
  // ok: javascript.security.tls-verification-disabled
  const c = new https.Agent({ rejectUnauthorized: true });
  // ok: javascript.security.tls-verification-disabled
  const d = new https.Agent({ ca });
  return [a, b, c, d];
}

module.exports = { connect };
