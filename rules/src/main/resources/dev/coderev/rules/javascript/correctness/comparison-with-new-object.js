function empty(list, options, other) {
  // ruleid: javascript.correctness.comparison-with-new-object
  if (list === []) return true;
  // ruleid: javascript.correctness.comparison-with-new-object
  if (options !== {}) return false;
  // ruleid: javascript.correctness.comparison-with-new-object
  if (list == []) return true;
  // ok: javascript.correctness.comparison-with-new-object
  if (list.length === 0) return true;
  // ok: javascript.correctness.comparison-with-new-object
  if (Object.keys(options).length === 0) return true;
  // ok: javascript.correctness.comparison-with-new-object
  return list === other;
}

module.exports = { empty };
