const express = require("express");
const helmet = require("helmet");

const app = express();
// ruleid: javascript.security.helmet-protection-off
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: javascript.security.helmet-protection-off
app.use(helmet({ hsts: { maxAge: 600 }, frameguard: false }));
// ok: javascript.security.helmet-protection-off
app.use(helmet());
// ok: javascript.security.helmet-protection-off
app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'self'"] } } }));
