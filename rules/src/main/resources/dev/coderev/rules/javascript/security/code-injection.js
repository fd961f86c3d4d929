const express = require("express");
const vm = require("vm");

const app = express();
const operations = { double: (n) => 2 * n };

app.post("/calc", (req, res) => {
  const formula = req.body.formula;
  // ruleid: javascript.security.code-injection
  let value = eval(formula);
  // ruleid: javascript.security.code-injection
  value += new Function("x", "return " + formula)(1);
  // ruleid: javascript.security.code-injection
  value += vm.runInNewContext(formula, {});
  // ruleid: javascript.security.code-injection
  const plugin = require("./plugins/" + req.query.plugin);
  // ok: javascript.security.code-injection
  value += JSON.parse(formula);
  // ok: javascript.security.code-injection
  value += eval("1 + 1");
  // ok: javascript.security.code-injection
  value += operations[formula](2);
  // ok: javascript.security.code-injection
  setTimeout(() => console.log("late"), req.query.delay);
  res.json({ value, plugin });
});
