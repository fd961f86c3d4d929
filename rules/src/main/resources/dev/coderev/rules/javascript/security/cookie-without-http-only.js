const express = require("express");
const app = express();

app.post("/login", (req, res) => {
  // ruleid: javascript.security.cookie-without-http-only
  res.cookie("session_id", newSession(), { secure: true });
  // ruleid: javascript.security.cookie-without-http-only
  res.cookie("authToken", newToken());
  const options = { secure: true, maxAge: 3600 };
  // ruleid: javascript.security.cookie-without-http-only
  res.cookie("jwt", newToken(), options);
  // ruleid: javascript.security.cookie-without-http-only
  res.setHeader("Set-Cookie", "sessionid=" + newSession());
  // ruleid: javascript.security.cookie-without-http-only
  res.setHeader("Set-Cookie", ["lang=en", `auth=${newToken()}; Secure`]);
  res.end();
});

app.post("/safe", (req, res) => {
  // ok: javascript.security.cookie-without-http-only
  res.cookie("session_id", newSession(), { secure: true, httpOnly: true });
  // ok: javascript.security.cookie-without-http-only
  res.cookie("language", "en");
  const strict = { secure: true, httpOnly: true };
  // ok: javascript.security.cookie-without-http-only
  res.cookie("jwt", newToken(), strict);
  // ok: javascript.security.cookie-without-http-only
  res.cookie("XSRF-TOKEN", newToken(), { secure: true });
  // ok: javascript.security.cookie-without-http-only
  res.setHeader("Set-Cookie", `auth=${newToken()}; Secure; HttpOnly`);
  // ok: javascript.security.cookie-without-http-only
  res.setHeader("Content-Type", "text/plain");
  res.end();
});

function newSession() {
  return crypto.randomUUID();
}

function newToken() {
  return crypto.randomUUID();
}
