const express = require("express");
const { exec, execSync, spawn, execFile } = require("child_process");
const fs = require("fs");
const path = require("path");
const http = require("http");
const axios = require("axios");
const crypto = require("crypto");
const ejs = require("ejs");
const pug = require("pug");
const _ = require("lodash");
const { MongoClient } = require("mongodb");
const mysql = require("mysql2");
const { Pool } = require("pg");
const serialize = require("node-serialize");
const libxmljs = require("libxmljs");
const xpath = require("xpath");

const app = express();
const pool = new Pool();
const db = mysql.createConnection({});

app.get("/sql", async (req, res) => {
  const { name } = req.query;
  // ruleid: javascript.security.sql-injection
  await pool.query(`select * from t where name = '${name}'`);
  // ok: javascript.security.sql-injection
  await pool.query("select * from t where name = $1", [name]);
  // ruleid: javascript.security.sql-injection
  db.execute("select * from t where name = '" + name + "'");
  // ruleid: javascript.security.sql-injection
  await sequelize.query("select * from t where name = '" + name + "'");
  // ruleid: javascript.security.sql-injection
  await knex.raw("select * from t where name = '" + req.params.id + "'");
  // ok: javascript.security.sql-injection
  await knex("t").where({ name });
});

app.post("/nosql", async (req, res) => {
  // ruleid: javascript.security.nosql-injection
  const user = await users.findOne({ name: req.body.name, password: req.body.password });
  // ok: javascript.security.nosql-injection
  await users.findOne({ name: String(req.body.name) });
  // ruleid: javascript.security.nosql-injection
  await User.find(req.body);
});

app.get("/command", (req, res) => {
  const host = req.query.host;
  // ruleid: javascript.security.command-injection
  exec("ping " + host);
  // ruleid: javascript.security.command-injection
  execSync(`ping ${host}`);
  // ruleid: javascript.security.command-injection
  spawn("ping " + host, { shell: true });
  // ok: javascript.security.command-injection
  execFile("ping", [host]);
  // ok: javascript.security.command-injection
  spawn("ping", [host]);
});

app.get("/xss", (req, res) => {
  // ruleid: javascript.security.reflected-xss
  res.send("<b>" + req.query.name + "</b>");
  // ruleid: javascript.security.reflected-xss
  res.write(`<b>${req.query.name}</b>`);
  // ruleid: javascript.security.reflected-xss
  res.end("<b>" + req.body.name + "</b>");
  // ok: javascript.security.reflected-xss
  res.json({ name: req.query.name });
  // ok: javascript.security.reflected-xss
  res.send("<b>" + _.escape(req.query.name) + "</b>");
});

app.get("/template", (req, res) => {
  // ruleid: javascript.security.template-injection, javascript.security.reflected-xss
  res.send(ejs.render("Hello " + req.query.name));
  // ruleid: javascript.security.template-injection
  pug.compile(req.query.t);
  // ok: javascript.security.template-injection
  ejs.render("Hello <%= name %>", { name: req.query.name });
});

app.get("/path", (req, res) => {
  // ruleid: javascript.security.path-traversal
  fs.readFileSync("/srv/" + req.query.file);
  // ruleid: javascript.security.path-traversal
  res.sendFile(path.join("/srv", req.params.file));
  // ruleid: javascript.security.path-traversal
  fs.createReadStream("/srv/" + req.query.file).pipe(res);
  // ok: javascript.security.path-traversal
  fs.readFileSync("/srv/" + path.basename(req.query.file));
});

app.get("/ssrf", async (req, res) => {
  const url = req.query.url;
  // ruleid: javascript.security.ssrf
  await axios.get(url);
  // ruleid: javascript.security.ssrf
  await fetch(url);
  // ruleid: javascript.security.ssrf
  http.get(url, () => {});
  // ok: javascript.security.ssrf
  await axios.get("https://api.example.com/items", { params: { q: url } });
});

app.get("/redirect", (req, res) => {
  // ruleid: javascript.security.open-redirect
  res.redirect(req.query.next);
  // ok: javascript.security.open-redirect
  res.redirect("/home");
});

app.get("/eval", (req, res) => {
  // ruleid: javascript.security.code-injection
  eval(req.query.e);
  // ruleid: javascript.security.code-injection
  new Function(req.query.e)();
  // ruleid: javascript.security.code-injection
  setTimeout(req.query.e, 10);
  // ok: javascript.security.code-injection
  JSON.parse(req.query.e);
});

app.post("/load", (req, res) => {
  // ruleid: javascript.security.unsafe-deserialization
  serialize.unserialize(req.body.data);
});

app.get("/xpath", (req, res) => {
  // ruleid: javascript.security.xpath-injection
  xpath.select("//user[@name='" + req.query.name + "']", doc);
});

app.post("/xml", (req, res) => {
  // ruleid: javascript.security.xml-external-entity
  libxmljs.parseXml(req.body.xml, { noent: true });
  // ok: javascript.security.xml-external-entity
  libxmljs.parseXml(req.body.xml);
});

app.post("/merge", (req, res) => {
  const options = {};
  // ruleid: javascript.security.prototype-pollution
  options[req.body.section][req.body.key] = req.body.value;
  // ruleid: javascript.security.prototype-pollution
  _.merge(options, req.body);
});

app.get("/log", (req, res) => {
  // ruleid: javascript.security.log-injection
  console.log("login of " + req.query.user);
  // ok: javascript.security.log-injection
  console.log("login of " + req.query.user.replace(/[\r\n]/g, ""));
});

app.get("/header", (req, res) => {
  // ruleid: javascript.security.header-injection
  res.setHeader("X-Name", req.query.name);
});

app.get("/trust", (req, res) => {
  // ruleid: javascript.security.session-trust-boundary
  req.session.role = req.query.role;
});

app.get("/regex", (req, res) => {
  // ruleid: javascript.security.regex-injection
  new RegExp(req.query.p).test("text");
});

app.get("/weak", (req, res) => {
  // ruleid: javascript.security.weak-hash
  crypto.createHash("md5").update(req.query.x).digest("hex");
  // ok: javascript.security.weak-hash
  crypto.createHash("sha256").update(req.query.x).digest("hex");
});
