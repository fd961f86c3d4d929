const express = require("express");

const app = express();

app.post("/login", (req, res) => {
  const user = req.body.user;
  // ruleid: javascript.security.log-injection
  console.log("login of " + user);
  // ruleid: javascript.security.log-injection
  console.warn(`login of ${user} failed`);
  // ok: javascript.security.log-injection
  console.log("login of " + JSON.stringify(user));
  // ok: javascript.security.log-injection
  console.log("login of " + user.replace(/[\r\n]/g, " "));
  // ok: javascript.security.log-injection
  console.log("a login");
  // ok: javascript.security.log-injection
  console.log(`page ${Number(req.query.page)}`);
  res.end();
});
