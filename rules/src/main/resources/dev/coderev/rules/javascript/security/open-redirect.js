const express = require("express");

const app = express();
const HOSTS = new Set(["https://example.org/", "https://www.example.org/"]);

app.get("/login", (req, res) => {
  const target = req.query.next;
  if (req.query.a) {
    // ruleid: javascript.security.open-redirect
    return res.redirect(target);
  }
  if (req.query.b) {
    // ruleid: javascript.security.open-redirect
    return res.redirect(302, "https://" + target);
  }
  if (req.query.c) {
    // ok: javascript.security.open-redirect
    return res.redirect("/pages/" + target);
  }
  if (req.query.d) {
    // ok: javascript.security.open-redirect
    return res.redirect(`/items/${target}`);
  }
  // ok: javascript.security.open-redirect
  return res.redirect("/start");
});

app.get("/leave", (req, res) => {
  const target = req.query.next;
  if (!HOSTS.has(target)) {
    return res.sendStatus(400);
  }
  // ok: javascript.security.open-redirect
  return res.redirect(target);
});
