const express = require("express");
const ldap = require("ldapjs");

const app = express();
const client = ldap.createClient({ url: ["ldaps://ldap.example.org"] });

app.get("/person", (req, res) => {
  const uid = req.query.uid;
  const filter = "(uid=" + uid + ")";
  // ruleid: javascript.security.ldap-injection
  client.search("ou=people", { scope: "sub", filter: filter }, () => res.end());
  // ruleid: javascript.security.ldap-injection
  client.bind(`uid=${uid},ou=people`, "secret", () => res.end());
  // ok: javascript.security.ldap-injection
  client.search("ou=people", { filter: new ldap.EqualityFilter({ attribute: "uid", value: uid }) });
  // ok: javascript.security.ldap-injection
  client.search("ou=people", { filter: "(objectClass=person)" });
  // ok: javascript.security.ldap-injection
  client.search("ou=people", { filter: `(age=${Number(req.query.age)})` });
});
