const crypto = require("crypto");
const bcrypt = require("bcrypt");

async function store(user, password, document) {
  // ruleid: javascript.security.fast-password-hash
  user.first = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: javascript.security.fast-password-hash
  user.second = crypto.createHash("sha512").update(user.salt + password).digest("hex");
  // ruleid: javascript.security.fast-password-hash
  user.third = crypto.createHash("md5").update(user.password, "utf8").digest("hex");
  // ok: javascript.security.fast-password-hash
  user.fourth = await bcrypt.hash(password, 12);
  // ok: javascript.security.fast-password-hash
  user.fifth = crypto.scryptSync(password, user.salt, 64);
  // ok: javascript.security.fast-password-hash
  user.etag = crypto.createHash("sha256").update(document).digest("hex");
}

module.exports = { store };
