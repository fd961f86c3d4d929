const express = require("express");
const session = require("express-session");
const settings = require("./settings");
const app = express();

// ruleid: javascript.security.session-cookie-defaults
app.use(session({ secret: settings.secret, resave: false }));

// ruleid: javascript.security.session-cookie-defaults
app.use(session({ secret: settings.secret, cookie: { maxAge: 60000 } }));

const plain = { secret: settings.secret };
// ruleid: javascript.security.session-cookie-defaults
app.use(session(plain));

// ok: javascript.security.session-cookie-defaults
app.use(session({ secret: settings.secret, cookie: { secure: true } }));

// ok: javascript.security.session-cookie-defaults
app.use(session({ secret: settings.secret, cookie: settings.cookie }));

// ok: javascript.security.session-cookie-defaults
app.use(session({ ...settings.session }));
