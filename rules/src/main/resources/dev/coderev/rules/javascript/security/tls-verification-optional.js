const https = require("https");

function agent(options) {
  if (options.insecure) {
    // ruleid: javascript.security.tls-verification-optional
    return new https.Agent({ rejectUnauthorized: false });
  }
  if (options.keepAlive) {
    // ok: javascript.security.tls-verification-optional
    return new https.Agent({ rejectUnauthorized: false });
  }
  return new https.Agent({});
}

module.exports = { agent };
