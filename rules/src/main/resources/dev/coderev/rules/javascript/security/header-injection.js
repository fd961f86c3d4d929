const express = require("express");

const app = express();

app.get("/export", (req, res) => {
  const name = req.query.name;
  // ruleid: javascript.security.header-injection
  res.setHeader("Content-Disposition", "attachment; filename=" + name);
  // ruleid: javascript.security.header-injection
  res.set("X-Name", name);
  // ok: javascript.security.header-injection
  res.setHeader("X-Name", encodeURIComponent(name));
  // ok: javascript.security.header-injection
  res.set("Cache-Control", "no-store");
  // ok: javascript.security.header-injection
  res.setHeader("Content-Length", Number(req.query.size));
  const cache = new Map();
  // ok: javascript.security.header-injection
  cache.set("name", name);
  res.end();
});
