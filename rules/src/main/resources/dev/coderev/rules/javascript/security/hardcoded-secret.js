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
