const express = require("express");
const mysql = require("mysql");

const app = express();
const db = mysql.createConnection({});

class Base {
  text(given) {
    return given;
  }
}

class Fixed extends Base {
  text(given) {
    return "fixed";
  }
}

function either(text, use) {
  if (use) {
    return text;
  }
  return "constant";
}

const deep = (text, depth) => (depth === 0 ? text : deep(text, depth - 1));

const handlers = {
  same: (text) => text,
  fixed: (text) => "fixed",
  method(text) {
    return "select " + text;
  },
};

app.get("/helpers", (req, res) => {
  const text = req.query.text;
  // ruleid: javascript.security.sql-injection
  db.query("select " + either(text, true));
  // ok: javascript.security.sql-injection
  db.query("select " + either(text, false));
  // ruleid: javascript.security.sql-injection
  db.query("select " + deep(text, 3));
  // ruleid: javascript.security.sql-injection
  db.query("select " + new Base().text(text));
  // ok: javascript.security.sql-injection
  db.query("select " + new Fixed().text(text));
  // ruleid: javascript.security.sql-injection
  db.query("select " + handlers.same(text));
  // ok: javascript.security.sql-injection
  db.query("select " + handlers.fixed(text));
  // ruleid: javascript.security.sql-injection
  db.query(handlers.method(text));
  // ok: javascript.security.sql-injection
  db.query("select " + handlers["fixed"](text));
});

app.get("/coded", (req, res) => {
  const text = req.query.text;
  const back = Buffer.from(Buffer.from(text).toString("base64"), "base64").toString();
  // ruleid: javascript.security.sql-injection
  db.query("select " + back);
  // ruleid: javascript.security.sql-injection
  db.query("select " + decodeURIComponent(text));
  const parsed = JSON.parse(text);
  // ruleid: javascript.security.sql-injection
  db.query("select " + parsed.name);
  // ruleid: javascript.security.sql-injection
  db.query("select " + [...text].reverse().join(""));
  // ruleid: javascript.security.sql-injection
  db.query("select " + text.split("").map((c) => c).join(""));
  // ruleid: javascript.security.sql-injection
  db.query("select " + text.replace("a", "b"));
  // ok: javascript.security.sql-injection
  db.query("select " + text.length);
});

app.get("/unreachable", (req, res) => {
  const text = req.query.text;
  let value = "1";
  if (1 > 2) {
    value = text;
  }
  // ok: javascript.security.sql-injection
  db.query("select " + value);
  const guess = "ABC";
  switch (guess.charAt(1)) {
    case "A":
      value = text;
      break;
    case "B":
      value = "1";
      break;
    default:
      value = text;
  }
  // ok: javascript.security.sql-injection
  db.query("select " + value);
  value = false ? text : "1";
  // ok: javascript.security.sql-injection
  db.query("select " + value);
  value = null ?? text;
  // ruleid: javascript.security.sql-injection
  db.query("select " + value);
  if (!text) {
    return res.end();
  }
  // ruleid: javascript.security.sql-injection
  db.query("select " + text);
  return res.end();
  // ok: javascript.security.sql-injection
  db.query("select " + text);
});

app.get("/containers", (req, res) => {
  const text = req.query.text;
  const names = ["a", text, "b"];
  // ok: javascript.security.sql-injection
  db.query("select " + names[0]);
  // ruleid: javascript.security.sql-injection
  db.query("select " + names[1]);
  names.unshift("c");
  // ok: javascript.security.sql-injection
  db.query("select " + names[1]);
  // ruleid: javascript.security.sql-injection
  db.query("select " + names[2]);
  names.pop();
  const last = names[names.length - 1];
  // ruleid: javascript.security.sql-injection
  db.query("select " + last);
  const table = { a: { b: text, c: "1" } };
  // ok: javascript.security.sql-injection
  db.query("select " + table.a.c);
  // ruleid: javascript.security.sql-injection
  db.query("select " + table["a"].b);
  delete table.a.b;
  table.a.d = "1";
  // ok: javascript.security.sql-injection
  db.query("select " + table.a.d);
  for (const [key, value] of Object.entries({ x: text })) {
    // ruleid: javascript.security.sql-injection
    db.query("select " + value);
  }
  const picked = names.find((n) => n.length > 1);
  // ruleid: javascript.security.sql-injection
  db.query("select " + picked);
  const filtered = names.filter((n) => n).slice(0, 1);
  // ok: javascript.security.sql-injection
  db.query("select " + ["x", "y"].concat(["z"]).join(","));
  // ruleid: javascript.security.sql-injection
  db.query("select " + ["x"].concat([text]).join(","));
  const { a: { b: nested } = {} } = { a: { b: text } };
  // ruleid: javascript.security.sql-injection
  db.query("select " + nested);
});
