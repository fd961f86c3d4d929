const express = require("express");
const { exec, execFile, spawn } = require("child_process");
const cp = require("child_process");
const worker = require("./worker");

const app = express();

app.get("/ping", (req, res) => {
  const host = req.query.host;
  // ruleid: javascript.security.command-injection
  exec("ping -c 1 " + host, (error, out) => res.type("text").send(out));
  // ruleid: javascript.security.command-injection
  cp.execSync(`ping -c 1 ${host}`);
  // ruleid: javascript.security.command-injection
  spawn("sh", ["-c", "ping " + host]);
  // ruleid: javascript.security.command-injection
  spawn(host, ["-v"]);
  // ok: javascript.security.command-injection
  execFile("ping", ["-c", "1", host]);
  // ok: javascript.security.command-injection
  exec("uptime");
  // ok: javascript.security.command-injection
  worker.exec("ping " + host);
  // ok: javascript.security.command-injection
  cp.execSync(`ping -c ${Number(req.query.count)} localhost`);
  // ok: javascript.security.command-injection
  /[a-z]+/.exec(host);
});

function run(name) {
  // ruleid: javascript.security.command-injection
  return cp.exec("systemctl status " + name);
}

app.post("/status", (req, res) => {
  run(req.body.name);
  res.end();
});
