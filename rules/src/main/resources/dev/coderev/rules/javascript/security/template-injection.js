const express = require("express");
const ejs = require("ejs");
const pug = require("pug");
const handlebars = require("handlebars");

const app = express();

app.get("/hello", (req, res) => {
  const name = req.query.name;
  // ruleid: javascript.security.template-injection
  const first = ejs.render("<p>Hello " + name + "</p>");
  // ruleid: javascript.security.template-injection
  const second = pug.render(`p Hello ${name}`);
  // ruleid: javascript.security.template-injection
  const third = handlebars.compile(req.query.template)({ name });
  // ok: javascript.security.template-injection
  const fourth = ejs.render("<p>Hello <%= name %></p>", { name });
  // ok: javascript.security.template-injection
  const fifth = handlebars.compile("Hello {{name}}")({ name });
  // ok: javascript.security.template-injection
  res.render("hello", { name, first, second, third, fourth });
  return fifth;
});
