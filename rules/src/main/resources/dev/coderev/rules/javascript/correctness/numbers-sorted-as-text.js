function order(words) {
  const sizes = [10, 9, 1];
  const names = ["b", "a"];
  // ruleid: javascript.correctness.numbers-sorted-as-text
  sizes.sort();
  // ruleid: javascript.correctness.numbers-sorted-as-text
  const b = [3, 20, 100].sort();
  // ok: javascript.correctness.numbers-sorted-as-text
  sizes.sort((x, y) => x - y);
  // ok: javascript.correctness.numbers-sorted-as-text
  names.sort();
  // ok: javascript.correctness.numbers-sorted-as-text
  words.sort();
  return [b, sizes, names];
}

module.exports = { order };
