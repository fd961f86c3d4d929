function numbers(words) {
  // ruleid: javascript.correctness.map-with-parse-int
  const a = words.map(parseInt);
  // ruleid: javascript.correctness.map-with-parse-int
  const b = words.map(Number.parseInt);
  // ok: javascript.correctness.map-with-parse-int
  const c = words.map(Number);
  // ok: javascript.correctness.map-with-parse-int
  const d = words.map((word) => parseInt(word, 10));
  // ok: javascript.correctness.map-with-parse-int
  const e = words.map(parseFloat);
  return [a, b, c, d, e];
}

module.exports = { numbers };
