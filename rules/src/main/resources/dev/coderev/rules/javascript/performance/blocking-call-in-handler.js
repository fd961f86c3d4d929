const express = require("express");
const fs = require("fs");
const bcrypt = require("bcrypt");

const app = express();
// ok: javascript.performance.blocking-call-in-handler
const page = fs.readFileSync("index.html", "utf8");

app.get("/", (req, res) => {
  // ruleid: javascript.performance.blocking-call-in-handler
  res.send(fs.readFileSync("start.html", "utf8"));
});

app.post("/login", async (req, res) => {
  // ruleid: javascript.performance.blocking-call-in-handler
  const good = bcrypt.compareSync(req.body.password, "x");
  // ok: javascript.performance.blocking-call-in-handler
  const same = await bcrypt.compare(req.body.password, "x");
  // ok: javascript.performance.blocking-call-in-handler
  const text = await fs.promises.readFile("start.html", "utf8");
  res.json([good, same, text, page]);
});
