const express = require("express");
const cors = require("cors");

const app = express();
// ruleid: javascript.security.cors-any-origin-with-credentials
app.use(cors({ origin: true, credentials: true }));
// ok: javascript.security.cors-any-origin-with-credentials
app.use(cors({ origin: ["https://shop.example.org"], credentials: true }));
// ok: javascript.security.cors-any-origin-with-credentials
app.use(cors({ origin: true }));
// ok: javascript.security.cors-any-origin-with-credentials
app.use(cors());

app.use((req, res, next) => {
  // ruleid: javascript.security.cors-any-origin-with-credentials
  res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  // ok: javascript.security.cors-any-origin-with-credentials
  res.setHeader("Access-Control-Allow-Origin", "https://shop.example.org");
  next();
});
