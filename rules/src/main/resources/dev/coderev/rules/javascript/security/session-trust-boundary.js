const express = require("express");

const app = express();

app.post("/as", async (req, res) => {
  // ruleid: javascript.security.session-trust-boundary
  req.session.role = req.body.role;
  const user = req.query.user;
  // ruleid: javascript.security.session-trust-boundary
  req.session["user"] = user;
  // ok: javascript.security.session-trust-boundary
  req.session.page = Number(req.query.page);
  // ok: javascript.security.session-trust-boundary
  req.session.seen = true;
  const found = await lookup(user);
  // ok: javascript.security.session-trust-boundary
  req.session.account = found;
  const cart = {};
  // ok: javascript.security.session-trust-boundary
  cart.user = user;
  res.json(cart);
});
