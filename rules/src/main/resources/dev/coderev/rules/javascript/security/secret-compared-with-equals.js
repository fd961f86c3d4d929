const crypto = require("crypto");

function valid(key, body, given) {
  const expected = crypto.createHmac("sha256", key).update(body).digest("hex");
  // ruleid: javascript.security.secret-compared-with-equals
  if (given !== expected) {
    return false;
  }
  // ruleid: javascript.security.secret-compared-with-equals
  if (crypto.createHmac("sha256", key).update(body).digest("hex") === given) {
    return true;
  }
  // ok: javascript.security.secret-compared-with-equals
  if (given.length === 64) {
    return false;
  }
  // ok: javascript.security.secret-compared-with-equals
  return crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}

module.exports = { valid };
