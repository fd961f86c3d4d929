const express = require("express");
const _ = require("lodash");

const app = express();

app.get("/grep", (req, res) => {
  const wanted = req.query.wanted;
  // ruleid: javascript.security.regex-injection
  const first = new RegExp(wanted);
  // ruleid: javascript.security.regex-injection
  const second = new RegExp("^" + wanted + "$", "i");
  // ok: javascript.security.regex-injection
  const third = new RegExp(_.escapeRegExp(wanted));
  // ok: javascript.security.regex-injection
  const fourth = /[a-z]+/.test(wanted);
  // ok: javascript.security.regex-injection
  const fifth = "some text".includes(wanted);
  res.json([first, second, third, fourth, fifth]);
});
