const express = require("express");
const session = require("express-session");

const app = express();
// ruleid: javascript.security.cookie-same-site-none
app.use(session({ secret: process.env.KEY, cookie: { sameSite: "none", secure: true } }));

app.get("/", (req, res) => {
  // ruleid: javascript.security.cookie-same-site-none
  res.cookie("session", "abc", { sameSite: "none", secure: true });
  // ok: javascript.security.cookie-same-site-none
  res.cookie("session", "abc", { sameSite: "lax", secure: true });
  // ok: javascript.security.cookie-same-site-none
  res.cookie("session", "abc", { secure: true });
  res.end();
});
