const fs = require("fs");
const url = require("url");

function read(text, db) {
  // ruleid: javascript.maintainability.deprecated-function
  const a = unescape(text);
  // ruleid: javascript.maintainability.deprecated-function
  const b = url.parse(text);
  // ruleid: javascript.maintainability.deprecated-function
  fs.exists(text, () => {});
  // ok: javascript.maintainability.deprecated-function
  const c = decodeURIComponent(text);
  // ok: javascript.maintainability.deprecated-function
  const d = new URL(text);
  // ok: javascript.maintainability.deprecated-function
  const e = db.escape(text);
  return [a, b, c, d, e];
}

module.exports = { read };
