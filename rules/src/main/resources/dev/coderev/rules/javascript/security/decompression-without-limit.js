const express = require("express");
const zlib = require("zlib");
const pako = require("pako");
const app = express();

app.post("/import", (req, res) => {
  // ruleid: javascript.security.decompression-without-limit
  const rows = zlib.gunzipSync(req.body);
  // ruleid: javascript.security.decompression-without-limit
  const more = pako.inflate(req.files.rows.data);
  // ok: javascript.security.decompression-without-limit
  const few = zlib.gunzipSync(req.body, { maxOutputLength: 1 << 20 });
  // ok: javascript.security.decompression-without-limit
  const packed = zlib.gzipSync(req.body);
  // ok: javascript.security.decompression-without-limit
  const own = zlib.gunzipSync(fixture);
  res.json([rows.length, more.length, few.length, packed.length, own.length]);
});

const fixture = Buffer.from("H4sIAAAAAAAAA0vMBQD3E5pSAgAAAA==", "base64");
