function order(words) {
  // ruleid: javascript.correctness.parsed-numbers-sorted-as-text
  const a = words.map(Number).sort();
  // ruleid: javascript.correctness.parsed-numbers-sorted-as-text
  const b = words.map((word) => parseInt(word, 10)).sort();
  // ok: javascript.correctness.parsed-numbers-sorted-as-text
  const c = words.map(Number).sort((x, y) => x - y);
  // ok: javascript.correctness.parsed-numbers-sorted-as-text
  const d = words.map(String).sort();
  // ok: javascript.correctness.parsed-numbers-sorted-as-text
  const e = words.sort();
  return [a, b, c, d, e];
}

module.exports = { order };
