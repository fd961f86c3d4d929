const express = require("express");
const _ = require("lodash");
const app = express();
app.set("view engine", "hbs");

app.post("/card", (req, res) => {
  // ruleid: javascript.security.template-object-injection
  res.render("card", req.body);
});

app.post("/profile", (req, res) => {
  const profile = req.body;
  profile.name = profile.name.trim();
  // ruleid: javascript.security.template-object-injection
  return res.render("profile", profile);
});

app.get("/search", (req, res) => {
  const filter = req.query.filter;
  // ruleid: javascript.security.template-object-injection
  res.render("search", filter);
});

app.post("/spread", (req, res) => {
  // ruleid: javascript.security.template-object-injection
  res.render("spread", { title: "Spread", ...req.body });
});

app.post("/safe", (req, res) => {
  // ok: javascript.security.template-object-injection
  res.render("card", { name: req.body.name, text: req.body.text });
  // ok: javascript.security.template-object-injection
  res.render("card", _.pick(req.body, ["name", "text"]));
  const values = { name: req.body.name };
  // ok: javascript.security.template-object-injection
  res.render("card", values);
  // ok: javascript.security.template-object-injection
  res.render("list");
});
