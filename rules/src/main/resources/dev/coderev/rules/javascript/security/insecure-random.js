const crypto = require("crypto");

function newToken() {
  // ruleid: javascript.security.insecure-random
  return Math.random().toString(36).slice(2);
}

function login(user, res) {
  // ruleid: javascript.security.insecure-random
  const sessionId = "s" + Math.random();
  // ruleid: javascript.security.insecure-random
  user.resetToken = Math.floor(Math.random() * 1e9);
  // ruleid: javascript.security.insecure-random
  res.cookie("id", Math.random().toString(16));
  // ok: javascript.security.insecure-random
  const safeToken = crypto.randomUUID();
  // ok: javascript.security.insecure-random
  const delay = Math.random() * 100;
  // ok: javascript.security.insecure-random
  const winner = ["red", "green"][Math.floor(Math.random() * 2)];
  return [sessionId, safeToken, delay, winner];
}

module.exports = { newToken, login };
