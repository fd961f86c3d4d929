const express = require("express");
const session = require("express-session");
const jwt = require("jsonwebtoken");
const mysql = require("mysql2");

const app = express();
const KEY = "p0l1c3-b0x-1923";

// ruleid: javascript.security.hardcoded-secret
app.use(session({ resave: false, secret: "k8Vq2zPw0s7L" }));
// ruleid: javascript.security.hardcoded-secret
const db = mysql.createConnection({ host: "db", user: "shop", password: "hunter2hunter2" });
// ruleid: javascript.security.hardcoded-secret
const token = jwt.sign({ sub: "1" }, KEY);
// ok: javascript.security.hardcoded-secret
const safe = jwt.sign({ sub: "1" }, process.env.JWT_KEY);
// ok: javascript.security.hardcoded-secret
app.use(session({ secret: process.env.SESSION_SECRET }));
// ok: javascript.security.hardcoded-secret
const local = mysql.createConnection({ host: "localhost", password: "" });
// ok: javascript.security.hardcoded-secret
const form = { password: "hunter2hunter2" };

module.exports = { app, db, token, safe, local, form };

const vault = require("aws-sdk");
// ruleid: javascript.security.hardcoded-secret
vault.config.secretAccessKey = "b3T9sQ77zKx";
// ok: javascript.security.hardcoded-secret
vault.config.secretAccessKey = process.env.AWS_SECRET;

const guard = require("express-basic-auth");
// ruleid: javascript.security.hardcoded-secret
guard({ users: { operator: "n8Wq-55-tulip" } });
// ok: javascript.security.hardcoded-secret
guard({ users: { operator: process.env.OPERATOR } });

const visits = require("cookie-session");
// ruleid: javascript.security.hardcoded-secret
visits({ name: "s", keys: ["r4inyDays77"] });
// ok: javascript.security.hardcoded-secret
visits({ name: "s", keys: [process.env.COOKIE_KEY] });
// ruleid: javascript.security.hardcoded-secret
fetchLater("https://api.example.org", { auth: { user: "u", pass: "w1nterTale9" } });
// ok: javascript.security.hardcoded-secret
fetchLater("https://api.example.org", { auth: { user: "u", pass: settings.pass } });
