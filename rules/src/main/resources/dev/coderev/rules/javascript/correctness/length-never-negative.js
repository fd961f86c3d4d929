function any(list, set) {
  // ruleid: javascript.correctness.length-never-negative
  if (list.length >= 0) return true;
  // ruleid: javascript.correctness.length-never-negative
  if (set.size < 0) return false;
  // ok: javascript.correctness.length-never-negative
  if (list.length > 0) return true;
  // ok: javascript.correctness.length-never-negative
  if (list.length >= 1) return true;
  // ok: javascript.correctness.length-never-negative
  return list.depth >= 0;
}

module.exports = { any };
