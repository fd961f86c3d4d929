const jwt = require("jsonwebtoken");

function guard(req, res, next) {
  // ruleid: javascript.security.jwt-decode-as-authentication
  req.user = jwt.decode(req.headers.authorization);
  next();
}

function late(req, res, next) {
  // ruleid: javascript.security.jwt-decode-as-authentication
  const user = jwt.decode(req.headers.authorization);
  req.user = user;
  next();
}

function safe(req, res, next) {
  // ok: javascript.security.jwt-decode-as-authentication
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_KEY);
  next();
}

function show(token) {
  // ok: javascript.security.jwt-decode-as-authentication
  const header = jwt.decode(token, { complete: true }).header;
  return header;
}

module.exports = { guard, late, safe, show };
