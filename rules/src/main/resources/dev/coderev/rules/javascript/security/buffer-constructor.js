function bytes(text, size) {
  // ruleid: javascript.security.buffer-constructor
  const a = new Buffer(text, "utf8");
  // ruleid: javascript.security.buffer-constructor
  const b = new Buffer(size);
  // ok: javascript.security.buffer-constructor
  const c = Buffer.from(text, "utf8");
  // ok: javascript.security.buffer-constructor
  const d = Buffer.alloc(size);
  // ok: javascript.security.buffer-constructor
  const e = new ArrayBuffer(size);
  return [a, b, c, d, e];
}

module.exports = { bytes };
