function same(a, b) {
  // ruleid: javascript.correctness.self-comparison
  if (a.width === a.width) return true;
  // ruleid: javascript.correctness.self-comparison
  if (b < b) return false;
  // ok: javascript.correctness.self-comparison
  if (a.width === b.width) return true;
  // ok: javascript.correctness.self-comparison
  if (a.next() === a.next()) return true;
  // ok: javascript.correctness.self-comparison
  return a !== a;
}

module.exports = { same };
