const express = require("express");
const session = require("express-session");
const cookieSession = require("cookie-session");

const app = express();
// ruleid: javascript.security.session-cookie-insecure
app.use(session({ secret: process.env.KEY, cookie: { secure: false } }));
// ruleid: javascript.security.session-cookie-insecure
app.use(cookieSession({ name: "s", secure: false }));
// ok: javascript.security.session-cookie-insecure
app.use(session({ secret: process.env.KEY, cookie: { secure: true } }));
// ok: javascript.security.session-cookie-insecure
app.use(session({ secret: process.env.KEY, cookie: { secure: "auto" } }));
// ok: javascript.security.session-cookie-insecure
app.use(cookieSession({ name: "s", secure: true }));
