const express = require("express");
const _ = require("lodash");

const app = express();
const settings = {};

app.post("/settings/:group/:name", (req, res) => {
  // ruleid: javascript.security.prototype-pollution
  settings[req.params.group][req.params.name] = req.body.value;
  // ruleid: javascript.security.prototype-pollution
  _.merge(settings, req.body);
  // ruleid: javascript.security.prototype-pollution
  _.set(settings, req.query.path, 1);
  // ok: javascript.security.prototype-pollution
  settings["fixed"] = req.body.value;
  // ok: javascript.security.prototype-pollution
  _.merge(settings, { theme: "dark" });
  const table = new Map();
  // ok: javascript.security.prototype-pollution
  table.set(req.params.group, req.body.value);
  // ok: javascript.security.prototype-pollution
  settings.rows[Number(req.params.name)] = 1;
  // ruleid: javascript.security.prototype-pollution
  settings[req.params.group].seen = true;
  // ruleid: javascript.security.prototype-pollution
  _.merge({}, settings, req.body);
  const bare = Object.create(null);
  // ok: javascript.security.prototype-pollution
  bare[req.params.group].seen = true;
  // ok: javascript.security.prototype-pollution
  settings.theme.seen = req.params.group;
  res.end();
});

app.put("/groups/:group", (req, res) => {
  // ruleid: javascript.security.prototype-pollution
  const group = settings[req.params.group];
  group.title = req.body.title;
  res.end();
});
