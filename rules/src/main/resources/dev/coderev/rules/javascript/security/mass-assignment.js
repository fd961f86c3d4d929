const express = require("express");
const { User } = require("./models");

const app = express();

app.post("/users", async (req, res) => {
  // ruleid: javascript.security.mass-assignment
  const user = await User.create(req.body);
  // ruleid: javascript.security.mass-assignment
  const other = new User(req.body);
  // ruleid: javascript.security.mass-assignment
  Object.assign(user, req.body);
  // ruleid: javascript.security.mass-assignment
  await User.findByIdAndUpdate(user.id, req.body);
  // ok: javascript.security.mass-assignment
  const third = await User.create({ name: req.body.name, mail: req.body.mail });
  // ok: javascript.security.mass-assignment
  const copy = Object.assign({}, req.body);
  // ok: javascript.security.mass-assignment
  const map = new Map(req.body);
  // ok: javascript.security.mass-assignment
  console.log(req.body);
  res.json([user, other, third, copy, map]);
});
