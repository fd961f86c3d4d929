function number(text) {
  // ruleid: javascript.maintainability.parse-int-without-radix
  const a = parseInt(text);
  // ruleid: javascript.maintainability.parse-int-without-radix
  const b = Number.parseInt(text.trim());
  // ok: javascript.maintainability.parse-int-without-radix
  const c = parseInt(text, 10);
  // ok: javascript.maintainability.parse-int-without-radix
  const d = parseFloat(text);
  // ok: javascript.maintainability.parse-int-without-radix
  const e = Number(text);
  return [a, b, c, d, e];
}

module.exports = { number };
