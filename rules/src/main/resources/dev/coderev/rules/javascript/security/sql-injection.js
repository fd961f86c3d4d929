const express = require("express");
const mysql = require("mysql2");

const app = express();
const db = mysql.createConnection({ host: "db" });

app.get("/users", (req, res) => {
  const name = req.query.name;
  // ruleid: javascript.security.sql-injection
  db.query("SELECT id FROM users WHERE name = '" + name + "'", (err, rows) => res.json(rows));
  const sql = `SELECT id FROM users WHERE name = '${name}'`;
  // ruleid: javascript.security.sql-injection
  db.execute(sql);
  // ruleid: javascript.security.sql-injection
  db.query({ text: `DELETE FROM users WHERE name = '${name}'` });
  // ok: javascript.security.sql-injection
  db.query("SELECT id FROM users WHERE name = ?", [name], (err, rows) => res.json(rows));
  const limit = parseInt(req.query.limit, 10);
  // ok: javascript.security.sql-injection
  db.query(`SELECT id FROM users LIMIT ${limit}`);
  // ok: javascript.security.sql-injection
  db.query("SELECT id FROM users WHERE name = " + mysql.escape(name));
  // ok: javascript.security.sql-injection
  db.query({ text: "SELECT id FROM users WHERE name = $1", values: [name] });
});

function find(table) {
  // ruleid: javascript.security.sql-injection
  return db.query("SELECT * FROM " + table);
}

app.get("/table/:name", (request, response) => {
  find(request.params.name);
  response.end();
});

app.get("/sorted", (req, res) => {
  const column = req.query.column;
  if (!["name", "age"].includes(column)) {
    return res.sendStatus(400);
  }
  // ok: javascript.security.sql-injection
  return db.query("SELECT id FROM users ORDER BY " + column);
});

function report(table) {
  // ok: javascript.security.sql-injection
  return db.query("SELECT count(*) FROM " + table);
}

report("users");

app.get("/knex", async (req, res) => {
  // ruleid: javascript.security.sql-injection
  await knex("users").whereRaw("name = '" + req.query.name + "'");
  // ruleid: javascript.security.sql-injection
  await knex.raw(`select * from ${req.query.table}`);
  // ok: javascript.security.sql-injection
  res.json(await knex("users").where("name", req.query.name));
});
