const express = require("express");

const app = express();

app.use((error, req, res, next) => {
  // ruleid: javascript.security.error-stack-to-client
  res.status(500).send(error.stack);
  // ruleid: javascript.security.error-stack-to-client
  res.json({ message: "failed", trace: error.stack });
  console.error(error.stack);
  // ok: javascript.security.error-stack-to-client
  res.status(500).send("internal error");
  // ok: javascript.security.error-stack-to-client
  res.json({ message: error.message });
  next();
});
