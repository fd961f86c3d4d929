const express = require("express");
const session = require("express-session");

const app = express();
// ruleid: javascript.security.cookie-http-only-off
app.use(session({ secret: process.env.KEY, cookie: { httpOnly: false, secure: true } }));
// ok: javascript.security.cookie-http-only-off
app.use(session({ secret: process.env.KEY, cookie: { httpOnly: true, secure: true } }));

app.get("/", (req, res) => {
  // ruleid: javascript.security.cookie-http-only-off
  res.cookie("session", "abc", { httpOnly: false, secure: true });
  // ok: javascript.security.cookie-http-only-off
  res.cookie("session", "abc", { httpOnly: true, secure: true });
  // ok: javascript.security.cookie-http-only-off
  res.cookie("theme", "dark", { secure: true });
  res.end();
});
