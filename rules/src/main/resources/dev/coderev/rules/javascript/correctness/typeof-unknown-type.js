function kind(value, name) {
  // ruleid: javascript.correctness.typeof-unknown-type
  if (typeof value === "array") return 1;
  // ruleid: javascript.correctness.typeof-unknown-type
  if (typeof value == "strnig") return 2;
  // ruleid: javascript.correctness.typeof-unknown-type
  if (typeof value !== "null") return 3;
  // ok: javascript.correctness.typeof-unknown-type
  if (typeof value === "string") return 4;
  // ok: javascript.correctness.typeof-unknown-type
  if (typeof value === name) return 5;
  // ok: javascript.correctness.typeof-unknown-type
  return typeof value === "undefined";
}

module.exports = { kind };
