const express = require("express");

const app = express();

app.get("/", (req, res) => {
  // ruleid: javascript.security.cookie-without-secure
  res.cookie("session", "abc");
  // ruleid: javascript.security.cookie-without-secure
  res.cookie("session", "abc", { httpOnly: true });
  // ruleid: javascript.security.cookie-without-secure
  res.cookie("session", "abc", { httpOnly: true, secure: false });
  // ok: javascript.security.cookie-without-secure
  res.cookie("session", "abc", { httpOnly: true, secure: true });
  // ok: javascript.security.cookie-without-secure
  res.cookie("session", "abc", { secure: process.env.NODE_ENV === "production" });
  // ok: javascript.security.cookie-without-secure
  res.clearCookie("session");
  res.end();
});
