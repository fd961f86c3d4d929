const express = require("express");
const mongoose = require("mongoose");

const app = express();
const User = mongoose.model("User", new mongoose.Schema({ name: String }));

app.post("/login", async (req, res) => {
  // ruleid: javascript.security.nosql-injection
  const user = await User.findOne({ name: req.body.name, password: req.body.password });
  const { name } = req.body;
  // ruleid: javascript.security.nosql-injection
  await User.deleteMany({ name });
  // ruleid: javascript.security.nosql-injection
  const all = await User.find(req.query);
  // ok: javascript.security.nosql-injection
  const safe = await User.findOne({ name: String(req.body.name) });
  // ok: javascript.security.nosql-injection
  const exact = await User.findOne({ name: { $eq: req.body.name } });
  // ok: javascript.security.nosql-injection
  const active = await User.find({ active: true });
  // ok: javascript.security.nosql-injection
  const first = req.body.items.find((item) => item.id === 1);
  res.json([user, all, safe, exact, active, first]);
});

app.post("/close", (req, res) => {
  const Account = require("./account");
  // ruleid: javascript.security.nosql-injection
  Account.findOneAndUpdate({ owner: req.body.owner }, { open: false });
  // ok: javascript.security.nosql-injection
  Account.findOne({ _id: req.params.id });
  // ok: javascript.security.nosql-injection
  Account.findOne({ where: { owner: req.body.owner } });
  res.end();
});
