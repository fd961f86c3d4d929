const express = require("express"); const { exec, execSync, execFile, spawn } = require("child_process"); const fs = require("fs"); const path = require("path"); const vm = require("vm"); const http = require("http"); const axios = require("axios"); const mysql = require("mysql"); const yaml = require("js-yaml"); const serialize = require("node-serialize"); const libxml = require("libxmljs"); const ejs = require("ejs"); const events = require("events");
const escapeHtml = require("escape-html"); const Model = require("mongoose").model("A");
const db = mysql.createConnection({}); const app = express(); const obj = {};
const OKS = ["a", "b"]; const SET = new Set(["a"]); const COLS = { a: "a" };
function ident(s) { return s; }
function konst(s) { return "a"; }
function cb(x, f) { f(x); }
class Box { constructor(v) { this.v = v; } get() { return this.v; } }
app.get("/m0", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query("select " + q);
});
app.get("/m1", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query("select " + q.replace(/[^a-z]/g, ""));
});
app.get("/m2", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  if (/^[a-z]+$/.test(q)) db.query(q);
});
app.get("/m3", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  if (OKS.includes(q)) db.query(q);
});
app.get("/m4", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  if (SET.has(q)) db.query(q);
});
app.get("/m5", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query("select " + Number(q));
});
app.get("/m6", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query("select " + parseInt(q, 10));
});
app.get("/m7", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query("select " + (+q));
});
app.get("/m8", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query(COLS[q] || "name");
});
app.get("/m9", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query(q === "asc" ? "asc" : "desc");
});
app.get("/m10", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(`select ${q}`);
});
app.get("/m11", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const { q: z } = req.query; db.query(z);
});
app.get("/m12", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const [a, b] = [q, "s"]; db.query(a);
});
app.get("/m13", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  const [a, b] = [q, "s"]; db.query(b);
});
app.get("/m14", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const o = { k: q, s: "s" }; db.query(o.k);
});
app.get("/m15", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  const o = { k: q, s: "s" }; db.query(o.s);
});
app.get("/m16", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const o = { ...req.query }; db.query(o.k);
});
app.get("/m17", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const l = []; l.push(q); db.query(l[0]);
});
app.get("/m18", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(["select", q].join(" "));
});
app.get("/m19", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  [q].forEach((x) => db.query(x));
});
app.get("/m20", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query([q].map((x) => x + "a")[0]);
});
app.get("/m21", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  for (const x of [q]) db.query(x);
});
app.get("/m22", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  for (const k in req.query) db.query(req.query[k]);
});
app.get("/m23", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  Object.keys(req.query).forEach((k) => db.query(k));
});
app.get("/m24", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  Promise.resolve(q).then((x) => db.query(x));
});
app.get("/m25", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  (async () => { const x = await Promise.resolve(q); db.query(x); })();
});
app.get("/m26", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(ident(q));
});
app.get("/m27", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query(konst(q));
});
app.get("/m28", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(new Box(q).get());
});
app.get("/m29", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query(new Box("a").get());
});
app.get("/m30", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const b = new Box("a"); b.v = q; db.query(b.get());
});
app.get("/m31", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  setTimeout(() => db.query(q), 10);
});
app.get("/m32", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const f = (x) => "select " + x; db.query(f(q));
});
app.get("/m33", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const f = function (x) { return x; }; db.query(f(q));
});
app.get("/m34", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(((x) => x)(q));
});
app.get("/m35", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(q.trim().toLowerCase().slice(1));
});
app.get("/m36", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(decodeURIComponent(q));
});
app.get("/m37", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(Buffer.from(q, "base64").toString());
});
app.get("/m38", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(JSON.parse(q).a);
});
app.get("/m39", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  let s = "select "; s += q; db.query(s);
});
app.get("/m40", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query("select ".concat(q));
});
app.get("/m41", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(String(q));
});
app.get("/m42", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(q ?? "a");
});
app.get("/m43", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(q || "a");
});
app.get("/m44", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(req.query?.q);
});
app.get("/m45", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(req.params.id);
});
app.get("/m46", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(req.body.a);
});
app.get("/m47", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(req.headers["x"]);
});
app.get("/m48", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(req.cookies.a);
});
app.get("/m49", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(req.get("x"));
});
app.get("/m50", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.command-injection
  exec("ls " + q);
});
app.get("/m51", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.command-injection
  execSync(`ls ${q}`);
});
app.get("/m52", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  execFile("ls", [q]);
});
app.get("/m53", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.command-injection
  spawn("sh", ["-c", q]);
});
app.get("/m54", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.command-injection
  spawn("ls " + q, { shell: true });
});
app.get("/m55", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.code-injection
  eval(q);
});
app.get("/m56", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.code-injection
  new Function(q)();
});
app.get("/m57", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.code-injection
  vm.runInNewContext(q);
});
app.get("/m58", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.path-traversal
  fs.readFileSync("/srv/" + q);
});
app.get("/m59", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.path-traversal
  fs.readFile(path.join("/srv", q), () => {});
});
app.get("/m60", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  fs.readFileSync("/srv/" + path.basename(q));
});
app.get("/m61", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.path-traversal
  res.sendFile("/srv/" + q);
});
app.get("/m62", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.reflected-xss
  res.send("<h1>" + q + "</h1>");
});
app.get("/m63", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  res.send(escapeHtml(q));
});
app.get("/m64", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  res.json({ q });
});
app.get("/m65", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.open-redirect
  res.redirect(q);
});
app.get("/m66", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.header-injection
  res.setHeader("X", q);
});
app.get("/m67", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.ssrf
  axios.get(q);
});
app.get("/m68", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.cleartext-request, javascript.security.ssrf
  fetch("http://" + q);
});
app.get("/m69", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.ssrf
  http.get(q, () => {});
});
app.get("/m70", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.regex-injection
  new RegExp(q).test("a");
});
app.get("/m71", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.unsafe-deserialization
  serialize.unserialize(q);
});
app.get("/m72", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.unsafe-deserialization
  yaml.load(q, { schema: yaml.DEFAULT_FULL_SCHEMA });
});
app.get("/m73", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.prototype-pollution
  obj[q][req.query.k] = req.query.v;
});
app.get("/m74", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.nosql-injection
  Model.find({ name: req.body.name });
});
app.get("/m75", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.nosql-injection
  Model.find({ $where: "this.a == '" + q + "'" });
});
app.get("/m76", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.xml-external-entity
  libxml.parseXml(q, { noent: true });
});
app.get("/m77", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.template-injection
  ejs.render(q);
});
app.get("/m78", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.reflected-xss
  res.write(q);
});
app.get("/m79", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  try { throw new Error(q); } catch (e) { db.query(e.message); }
});
app.get("/m80", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  if (1 > 2) db.query(q);
});
app.get("/m81", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  if (!/^[a-z]+$/.test(q)) { return res.status(400).end(); } db.query(q);
});
app.get("/m82", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  if (!OKS.includes(q)) throw new Error("no"); db.query(q);
});
app.get("/m83", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  if (q.includes("a")) { return; } db.query(q);
});
app.get("/m84", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query("select ?", [q]);
});
app.get("/m85", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  db.query(mysql.escape(q));
});
app.get("/m86", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  switch (q) { case "a": db.query("a"); break; default: db.query("b"); }
});
app.get("/m87", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  switch (q) { case "a": db.query("a"); break; default: db.query(q); }
});
app.get("/m88", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const m = new Map(); m.set("a", q); db.query(m.get("a"));
});
app.get("/m89", (req, res) => { const q = req.query.q;
  // ok: javascript.security.sql-injection
  const m = new Map(); m.set("a", q); m.set("b", "s"); db.query(m.get("b"));
});
app.get("/m90", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const self = this; self.x = q; db.query(self.x);
});
app.get("/m91", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  app.locals.q = q; db.query(app.locals.q);
});
app.get("/m92", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query(Object.assign({}, { a: q }).a);
});
app.get("/m93", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  db.query({ ...{ a: q } }.a);
});
app.get("/m94", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  function inner() { return q; } db.query(inner());
});
app.get("/m95", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  function* g() { yield q; } for (const v of g()) db.query(v);
});
app.get("/m96", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  cb(q, (x) => db.query(x));
});
app.get("/m98", (req, res) => { const q = req.query.q;
  // ruleid: javascript.security.sql-injection
  const h = ident.bind(null, q); db.query(h());
});
