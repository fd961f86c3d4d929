const express = require("express");
const escapeHtml = require("escape-html");

const app = express();

app.get("/search", (req, res) => {
  const term = req.query.q;
  // ruleid: javascript.security.reflected-xss
  res.send("<h1>Results for " + term + "</h1>");
  // ruleid: javascript.security.reflected-xss
  res.write(`<p>${term}</p>`);
  // ruleid: javascript.security.reflected-xss
  res.status(404).send("No page " + req.originalUrl);
  // ok: javascript.security.reflected-xss
  res.send("<h1>Results for " + escapeHtml(term) + "</h1>");
  // ok: javascript.security.reflected-xss
  res.json({ term });
  // ok: javascript.security.reflected-xss
  res.send({ term });
  // ok: javascript.security.reflected-xss
  res.render("search", { term });
  // ok: javascript.security.reflected-xss
  res.send("<h1>Search</h1>");
});

app.get("/user/:id", async (req, res) => {
  const user = await load(req.params.id);
  // ok: javascript.security.reflected-xss
  res.send(user);
});
