const express = require("express");
const path = require("path");
const fs = require("fs");
const axios = require("axios");
const mysql = require("mysql");

const app = express();
const db = mysql.createConnection({});
const COLUMNS = ["name", "price"];
const columns = new Set(["name", "price"]);
const orders = { up: "asc", down: "desc" };
const WORD = /^[a-z0-9_]+$/;
const BASE = "/srv/files";

app.get("/listed", (req, res) => {
  const column = req.query.column;
  if (!COLUMNS.includes(column)) {
    return res.status(400).end();
  }
  // ok: javascript.security.sql-injection
  db.query("select * from t order by " + column);
});

app.get("/set", (req, res) => {
  const column = req.query.column;
  if (!columns.has(column)) {
    throw new Error("column");
  }
  // ok: javascript.security.sql-injection
  db.query("select * from t order by " + column);
});

app.get("/gone-on", (req, res) => {
  const column = req.query.column;
  if (!COLUMNS.includes(column)) {
    console.log("odd");
  }
  // ruleid: javascript.security.sql-injection
  db.query("select * from t order by " + column);
});

app.get("/wrong-way", (req, res) => {
  const column = req.query.column;
  if (COLUMNS.includes(column)) {
    return res.end();
  }
  // ruleid: javascript.security.sql-injection
  db.query("select * from t order by " + column);
});

app.get("/of-client", (req, res) => {
  const { column, columns: wanted } = req.query;
  if (!wanted.includes(column)) {
    return res.end();
  }
  // ruleid: javascript.security.sql-injection
  db.query("select * from t order by " + column);
});

app.get("/twice", (req, res) => {
  if (!COLUMNS.includes(req.query.column)) {
    return res.end();
  }
  // ok: javascript.security.sql-injection
  db.query("select * from t order by " + req.query.column);
  // ruleid: javascript.security.sql-injection
  db.query("select * from t order by " + req.query.other);
});

app.get("/equal", (req, res) => {
  const order = req.query.order;
  if (order !== "asc" && order !== "desc") {
    return res.end();
  }
  // ok: javascript.security.sql-injection
  db.query(`select * from t order by name ${order}`);
});

app.get("/switch", (req, res) => {
  const order = req.query.order;
  switch (order) {
    case "asc":
    case "desc":
      // ok: javascript.security.sql-injection
      db.query(`select * from t order by name ${order}`);
      break;
    default:
      // ruleid: javascript.security.sql-injection
      db.query(`select * from t order by name ${order}`);
  }
});

app.get("/regex", (req, res) => {
  const name = req.query.name;
  if (!/^[a-z]+$/.test(name)) {
    return res.end();
  }
  // ok: javascript.security.sql-injection
  db.query(`select * from t where name = '${name}'`);
});

app.get("/regex-open", (req, res) => {
  const name = req.query.name;
  if (!/[a-z]+/.test(name)) {
    return res.end();
  }
  // ruleid: javascript.security.sql-injection
  db.query(`select * from t where name = '${name}'`);
});

app.get("/regex-named", (req, res) => {
  const name = req.query.name;
  if (name.match(WORD)) {
    // ok: javascript.security.sql-injection
    db.query(`select * from t where name = '${name}'`);
  } else {
    // ruleid: javascript.security.sql-injection
    db.query(`select * from t where name = '${name}'`);
  }
});

app.get("/and", (req, res) => {
  const name = req.query.name;
  // ok: javascript.security.sql-injection
  WORD.test(name) && db.query(`select * from t where name = '${name}'`);
  // ruleid: javascript.security.sql-injection
  WORD.test(name) || db.query(`select * from t where name = '${name}'`);
});

app.get("/number", (req, res) => {
  const id = req.query.id;
  if (isNaN(id)) {
    return res.end();
  }
  // ok: javascript.security.sql-injection
  db.query("select * from t where id = " + id);
});

function isWord(text) {
  return /^\w+$/.test(text);
}

const isKnown = (text) => COLUMNS.some((column) => column === text);

function isLong(text) {
  return text.length > 3;
}

function check(text) {
  if (!COLUMNS.includes(text)) {
    throw new Error(text);
  }
}

app.get("/asked", (req, res) => {
  const name = req.query.name;
  if (isWord(name)) {
    // ok: javascript.security.sql-injection
    db.query(`select * from t where name = '${name}'`);
  }
  if (isKnown(name)) {
    // ok: javascript.security.sql-injection
    db.query(`select * from t where name = '${name}'`);
  }
  if (isLong(name)) {
    // ruleid: javascript.security.sql-injection
    db.query(`select * from t where name = '${name}'`);
  }
  check(name);
  // ok: javascript.security.sql-injection
  db.query(`select * from t where name = '${name}'`);
});

app.get("/below", (req, res) => {
  const file = path.resolve(BASE, req.query.file);
  if (!file.startsWith(BASE + path.sep)) {
    return res.end();
  }
  // ok: javascript.security.path-traversal
  fs.readFile(file, () => {});
});

app.get("/not-resolved", (req, res) => {
  const file = BASE + "/" + req.query.file;
  if (!file.startsWith(BASE + path.sep)) {
    return res.end();
  }
  // ruleid: javascript.security.path-traversal
  fs.readFile(file, () => {});
});

app.get("/dots", (req, res) => {
  const name = req.query.file;
  if (name.includes("..")) {
    return res.end();
  }
  // ok: javascript.security.path-traversal
  fs.readFile(path.join(BASE, name), () => {});
  // ruleid: javascript.security.sql-injection
  db.query(`select * from t where name = '${name}'`);
});

app.get("/host", async (req, res) => {
  const target = req.query.url;
  const url = new URL(target);
  if (url.hostname !== "api.example.com") {
    return res.end();
  }
  // ok: javascript.security.ssrf
  await axios.get(target);
});

app.get("/scheme", async (req, res) => {
  const target = req.query.url;
  const url = new URL(target);
  if (url.protocol !== "https:") {
    return res.end();
  }
  // ruleid: javascript.security.ssrf
  await axios.get(target);
});

app.get("/mapped", (req, res) => {
  const order = orders[req.query.order];
  if (!order) {
    return res.end();
  }
  // ok: javascript.security.sql-injection
  db.query("select * from t order by name " + order);
});
