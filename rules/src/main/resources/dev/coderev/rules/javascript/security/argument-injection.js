const { execFile, spawn } = require("child_process");
const express = require("express");
const app = express();

app.get("/mirror", (req, res) => {
  const from = req.query.from;
  // ruleid: javascript.security.argument-injection
  execFile("git", ["clone", from, "/srv/mirror"], () => res.end());
  // ruleid: javascript.security.argument-injection
  spawn("tar", req.body.options);
  // ok: javascript.security.argument-injection
  execFile("git", ["clone", "--", from, "/srv/mirror"], () => res.end());
  // ok: javascript.security.argument-injection
  execFile("git", ["log", "--author=" + from], () => res.end());
  // ok: javascript.security.argument-injection
  execFile("git", ["log", `--author=${from}`], () => res.end());
  // ok: javascript.security.argument-injection
  execFile("cowsay", [from], () => res.end());
  if (!from.startsWith("-")) {
    // ok: javascript.security.argument-injection
    execFile("git", ["fetch", from], () => res.end());
  }
});
