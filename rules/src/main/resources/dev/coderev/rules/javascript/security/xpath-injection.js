const express = require("express");
const xpath = require("xpath");
const { DOMParser } = require("@xmldom/xmldom");

const app = express();
const tree = new DOMParser().parseFromString("<users/>", "text/xml");

app.get("/user", (req, res) => {
  const name = req.query.name;
  // ruleid: javascript.security.xpath-injection
  const first = xpath.select("//user[@name='" + name + "']", tree);
  // ruleid: javascript.security.xpath-injection
  const second = xpath.select1(`//user[@name='${name}']`, tree);
  // ok: javascript.security.xpath-injection
  const third = xpath.select("//user", tree);
  // ok: javascript.security.xpath-injection
  const fourth = xpath.parse("//user[@name=$name]").select({ node: tree, variables: { name } });
  // ok: javascript.security.xpath-injection
  const fifth = xpath.select(`//user[${parseInt(req.query.n, 10)}]`, tree);
  res.json([first, second, third, fourth, fifth]);
});
