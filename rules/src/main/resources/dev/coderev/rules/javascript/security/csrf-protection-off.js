const express = require("express");
const csurf = require("csurf");
const lusca = require("lusca");
const { ApolloServer } = require("@apollo/server");

const app = express();
// ruleid: javascript.security.csrf-protection-off
app.use(lusca({ csrf: false, xframe: "DENY" }));
// ruleid: javascript.security.csrf-protection-off
app.use(csurf({ cookie: true, ignoreMethods: ["GET", "POST"] }));
// ruleid: javascript.security.csrf-protection-off
const server = new ApolloServer({ typeDefs: "", csrfPrevention: false });
// ok: javascript.security.csrf-protection-off
app.use(lusca({ csrf: true }));
// ok: javascript.security.csrf-protection-off
app.use(csurf({ cookie: true }));
// ok: javascript.security.csrf-protection-off
const other = new ApolloServer({ typeDefs: "", csrfPrevention: true });

module.exports = { server, other };
