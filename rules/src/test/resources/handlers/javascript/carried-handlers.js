const express = require("express");
const mysql = require("mysql");

const app = express();
const db = mysql.createConnection({});

class Query {
  prefix = "select ";

  constructor(column = "id", table = "t") {
    this.column = column;
    this.table = table;
    this.parts = [];
  }

  select(column) {
    this.column = column;
    return this;
  }

  from(table) {
    this.table = table;
    return this;
  }

  build() {
    return "select " + this.column + " from " + this.table;
  }

  add(part) {
    this.parts.push(part);
  }

  text() {
    return this.parts.join(" ");
  }

  get name() {
    return this.column;
  }

  static of(column) {
    return new Query(column);
  }
}

app.get("/alias", (req, res) => {
  const a = new Query();
  const b = a;
  a.column = req.query.c;
  // ruleid: javascript.security.sql-injection
  db.query("select " + b.column);
  // ok: javascript.security.sql-injection
  db.query("select * from " + b.table);
  const c = new Query();
  // ok: javascript.security.sql-injection
  db.query("select " + c.column);
  const x = [];
  const y = x;
  y.push(req.query.c);
  // ruleid: javascript.security.sql-injection
  db.query("select " + x[0]);
  const d = {};
  const e = d;
  e.k = req.query.c;
  // ruleid: javascript.security.sql-injection
  db.query("select " + d.k);
  const outer = { inner: {} };
  const inner = outer.inner;
  inner.k = req.query.c;
  // ruleid: javascript.security.sql-injection
  db.query("select " + outer.inner.k);
});

app.get("/fluent", (req, res) => {
  const c = req.query.c;
  // ruleid: javascript.security.sql-injection
  db.query(new Query().select(c).from("t").build());
  // ok: javascript.security.sql-injection
  db.query(new Query().select("id").from("t").build());
  // ruleid: javascript.security.sql-injection
  db.query(Query.of(c).build());
  const query = new Query();
  query.add("select");
  query.add(c);
  // ruleid: javascript.security.sql-injection
  db.query(query.text());
  // ruleid: javascript.security.sql-injection
  db.query("select " + new Query(c).name);
});

function fill(target, text) {
  target.push(text);
}

function fillMap(target, text) {
  target.column = text;
  target["order"] = "asc";
}

app.get("/filled", (req, res) => {
  const c = req.query.c;
  const parts = [];
  fill(parts, c);
  // ruleid: javascript.security.sql-injection
  db.query(parts[0]);
  const values = {};
  fillMap(values, c);
  // ruleid: javascript.security.sql-injection
  db.query("select " + values.column);
  // ok: javascript.security.sql-injection
  db.query("select " + values.order);
});

function* generate(text) {
  yield "id";
  yield text;
}

function withDefault(text = "id") {
  return text;
}

function restOf(text, ...rest) {
  return rest[0];
}

function fields({ column, order = "asc" }) {
  return column;
}

function ordered({ column, order = "asc" }) {
  return order;
}

app.get("/calls", (req, res) => {
  const c = req.query.c;
  for (const part of generate(c)) {
    // ruleid: javascript.security.sql-injection
    db.query("select " + part);
  }
  // ok: javascript.security.sql-injection
  db.query("select " + withDefault());
  // ruleid: javascript.security.sql-injection
  db.query("select " + withDefault(c));
  // ruleid: javascript.security.sql-injection
  db.query("select " + restOf("id", c));
  // ok: javascript.security.sql-injection
  db.query("select " + restOf(c, "id"));
  // ruleid: javascript.security.sql-injection
  db.query("select " + fields({ column: c }));
  // ok: javascript.security.sql-injection
  db.query("select " + ordered({ column: c }));
  const args = ["id", c];
  // ruleid: javascript.security.sql-injection
  db.query("select " + restOf(...args));
  const { a, b: renamed, ...others } = { a: "id", b: c, d: c, e: "id" };
  // ok: javascript.security.sql-injection
  db.query("select " + a);
  // ruleid: javascript.security.sql-injection
  db.query("select " + renamed);
  // ruleid: javascript.security.sql-injection
  db.query("select " + others.d);
  const [first, second] = ["id", c];
  // ok: javascript.security.sql-injection
  db.query("select " + first);
  // ruleid: javascript.security.sql-injection
  db.query("select " + second);
  const copy = { ...{ x: "id" }, y: c };
  // ok: javascript.security.sql-injection
  db.query("select " + copy.x);
  // ruleid: javascript.security.sql-injection
  db.query("select " + copy.y);
  const assigned = Object.assign({}, { x: "id" }, { y: c });
  // ruleid: javascript.security.sql-injection
  db.query("select " + assigned.y);
  // ok: javascript.security.sql-injection
  db.query("select " + assigned.x);
});

app.get("/closures", (req, res) => {
  const c = req.query.c;
  const quote = (text) => `'${text}'`;
  // ruleid: javascript.security.sql-injection
  db.query("select " + quote(c));
  // ok: javascript.security.sql-injection
  db.query("select " + quote("id"));
  let result = "id";
  const change = () => {
    result = c;
  };
  // ok: javascript.security.sql-injection
  db.query("select " + result);
  change();
  // ruleid: javascript.security.sql-injection
  db.query("select " + result);
  const columns = c.split(",").map((x) => x.trim());
  // ruleid: javascript.security.sql-injection
  db.query("select " + columns.join(","));
  const fixed = c.split(",").map((x) => "id");
  // ok: javascript.security.sql-injection
  db.query("select " + fixed.join(","));
  c.split(",").forEach((x) => {
    // ruleid: javascript.security.sql-injection
    db.query("select " + x);
  });
  const total = c.split(",").reduce((sum, x) => sum + x, "");
  // ruleid: javascript.security.sql-injection
  db.query("select " + total);
  const bound = quote.bind(null, c);
  // ruleid: javascript.security.sql-injection
  db.query("select " + bound());
});

const load = async (text) => "select " + text;

function later(text, done) {
  done(null, "select " + text);
}

app.get("/async", async (req, res) => {
  const c = req.query.c;
  // ruleid: javascript.security.sql-injection
  db.query(await load(c));
  // ok: javascript.security.sql-injection
  db.query(await load("id"));
  load(c).then((sql) => {
    // ruleid: javascript.security.sql-injection
    db.query(sql);
  });
  later(c, (err, sql) => {
    // ruleid: javascript.security.sql-injection
    db.query(sql);
  });
  later("id", (err, sql) => {
    // ok: javascript.security.sql-injection
    db.query(sql);
  });
  new Promise((resolve) => resolve(c)).then((sql) => {
    // todoruleid: javascript.security.sql-injection
    db.query(sql);
  });
  const [one, two] = await Promise.all([load("id"), load(c)]);
  // ruleid: javascript.security.sql-injection
  db.query(two);
});

app.get("/ways", (req, res) => {
  let c = "id";
  try {
    c = req.query.c;
    JSON.parse("{}");
  } catch (e) {
    // ruleid: javascript.security.sql-injection
    db.query("select " + c);
  } finally {
    // ruleid: javascript.security.sql-injection
    db.query("select 1, " + c);
  }
  let other = req.query.o;
  other = "id";
  // ok: javascript.security.sql-injection
  db.query("select " + other);
  let previous = "id";
  let current = "id";
  while (current) {
    // ruleid: javascript.security.sql-injection
    db.query("select " + previous);
    previous = current;
    current = req.query.next;
  }
  for (const key in req.query) {
    // ruleid: javascript.security.sql-injection
    db.query("select " + key);
  }
  const chosen = req.query.a ?? "id";
  // ruleid: javascript.security.sql-injection
  db.query("select " + chosen);
  const chained = req?.query?.a;
  // ruleid: javascript.security.sql-injection
  db.query("select " + chained);
});

app.get("/constants", (req, res) => {
  const c = req.query.c;
  const n = 7;
  // ok: javascript.security.sql-injection
  db.query("select " + (n / 2 > 3.2 ? "id" : c));
  // ok: javascript.security.sql-injection
  db.query("select " + (Math.floor(n / 2) > 3.2 ? c : "id"));
  // ok: javascript.security.sql-injection
  db.query("select " + ("abc".includes("x") ? c : "id"));
  // ok: javascript.security.sql-injection
  db.query("select " + ("abc".length > 3 ? c : "id"));
  // ok: javascript.security.sql-injection
  db.query("select " + (typeof "x" === "number" ? c : "id"));
  // ok: javascript.security.sql-injection
  db.query("select " + (parseInt("12", 10) > 20 ? c : "id"));
  const values = { a: "id", b: c };
  const key = "a";
  // ok: javascript.security.sql-injection
  db.query("select " + values[key]);
  // ruleid: javascript.security.sql-injection
  db.query("select " + values["b"]);
  const items = ["a", c, "b"];
  items.shift();
  // ruleid: javascript.security.sql-injection
  db.query("select " + items[0]);
  // ok: javascript.security.sql-injection
  db.query("select " + items[1]);
  const map = new Map();
  map.set("a", "id");
  map.set("b", c);
  // ok: javascript.security.sql-injection
  db.query("select " + map.get("a"));
  // ruleid: javascript.security.sql-injection
  db.query("select " + map.get("b"));
  let d = c;
  if (n > 100) {
    d += "x";
  } else {
    d = "id";
  }
  // ok: javascript.security.sql-injection
  db.query("select " + d);
});
