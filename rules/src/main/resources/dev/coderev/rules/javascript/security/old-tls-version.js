const https = require("https");
const tls = require("tls");

// ruleid: javascript.security.old-tls-version
tls.DEFAULT_MIN_VERSION = "TLSv1";

function agents() {
  // ruleid: javascript.security.old-tls-version
  const a = new https.Agent({ secureProtocol: "TLSv1_method" });
  // ruleid: javascript.security.old-tls-version
  const b = new https.Agent({ minVersion: "TLSv1.1" });
  // ok: javascript.security.old-tls-version
  const c = new https.Agent({ minVersion: "TLSv1.2" });
  // ok: javascript.security.old-tls-version
  const d = new https.Agent({ keepAlive: true });
  return [a, b, c, d];
}

module.exports = { agents };
