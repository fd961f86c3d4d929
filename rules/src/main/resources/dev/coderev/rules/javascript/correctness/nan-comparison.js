function check(value, list) {
  // ruleid: javascript.correctness.nan-comparison
  if (value === NaN) return 1;
  // ruleid: javascript.correctness.nan-comparison
  if (value !== NaN) return 2;
  // ruleid: javascript.correctness.nan-comparison
  if (list.indexOf(NaN) >= 0) return 3;
  // ok: javascript.correctness.nan-comparison
  if (Number.isNaN(value)) return 4;
  // ok: javascript.correctness.nan-comparison
  if (list.includes(NaN)) return 5;
  // ok: javascript.correctness.nan-comparison
  return value === "NaN";
}

module.exports = { check };
