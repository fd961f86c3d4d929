const express = require("express");
const app = express();

app.get("/pad", (req, res) => {
  const wanted = Number(req.query.size);
  // ruleid: javascript.security.size-from-request
  const room = Buffer.alloc(wanted);
  // ruleid: javascript.security.size-from-request
  const line = "-".repeat(parseInt(req.query.width, 10));
  // ruleid: javascript.security.size-from-request
  setTimeout(() => res.end(), req.query.wait);
  // ok: javascript.security.size-from-request
  const small = Buffer.alloc(Math.min(wanted, 4096));
  // ok: javascript.security.size-from-request
  setTimeout(() => res.end(wanted), 1000);
  if (wanted > 4096) {
    return res.status(400).end();
  }
  // ok: javascript.security.size-from-request
  const checked = Buffer.alloc(wanted);
});
