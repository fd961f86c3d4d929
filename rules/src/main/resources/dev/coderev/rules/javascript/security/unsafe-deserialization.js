const express = require("express");
const serialize = require("node-serialize");
const v8 = require("v8");
const yaml = require("js-yaml");

const app = express();

app.post("/load", (req, res) => {
  const state = Buffer.from(req.cookies.state, "base64").toString();
  // ruleid: javascript.security.unsafe-deserialization
  const first = serialize.unserialize(state);
  // ruleid: javascript.security.unsafe-deserialization
  const second = v8.deserialize(req.body);
  // ok: javascript.security.unsafe-deserialization
  const third = JSON.parse(state);
  // ok: javascript.security.unsafe-deserialization
  const fourth = yaml.load(req.body.text);
  // ok: javascript.security.unsafe-deserialization
  const fifth = v8.deserialize(v8.serialize({ a: 1 }));
  const everything = { schema: yaml.DEFAULT_FULL_SCHEMA };
  // ruleid: javascript.security.unsafe-deserialization
  const sixth = yaml.load(req.body.text, everything);
  const plain = { schema: yaml.DEFAULT_SCHEMA };
  // ok: javascript.security.unsafe-deserialization
  const seventh = yaml.load(req.body.text, plain);
  res.json([first, second, third, fourth, fifth, sixth, seventh]);
});
