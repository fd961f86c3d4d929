const express = require("express");
const app = express();

const trailingSemicolons = /;+$/;
const wholeNumber = /^\d+$/;

app.post("/notes", (req, res) => {
  const note = req.body.note;
  // ruleid: javascript.security.polynomial-regex
  const trimmed = note.replace(/[ \t]+$/, "");
  // ruleid: javascript.security.polynomial-regex
  if (/<b.*title="([^"]+)".*>/.test(note)) {
    return res.sendStatus(400);
  }
  // ruleid: javascript.security.polynomial-regex
  const parts = note.split(/\s*,\s*/);
  // ruleid: javascript.security.polynomial-regex
  const plain = note.replace(trailingSemicolons, "");
  // ruleid: javascript.security.polynomial-regex
  const tagged = note.match(new RegExp("#.*!"));
  res.json([trimmed, parts, plain, tagged]);
});

app.post("/safe", (req, res) => {
  const note = req.body.note;
  // ok: javascript.security.polynomial-regex
  const left = note.replace(/^[ \t]+/, "");
  // ok: javascript.security.polynomial-regex
  const words = note.split(/,/);
  // ok: javascript.security.polynomial-regex
  const number = wholeNumber.test(note);
  // ok: javascript.security.polynomial-regex
  const cut = note.slice(0, 200).replace(/\s+$/, "");
  if (note.length > 500) {
    return res.sendStatus(413);
  }
  // ok: javascript.security.polynomial-regex
  const short = note.replace(/\s+$/, "");
  res.json([left, words, number, cut, short]);
});

function tidy(line) {
  // ok: javascript.security.polynomial-regex
  return line.replace(/\s+$/, "");
}

module.exports = { tidy: () => tidy("fixed text ") };
