function check(key, table, error) {
  // ruleid: javascript.correctness.negation-before-in
  if (!key in table) return 1;
  // ruleid: javascript.correctness.negation-before-in
  if (!error instanceof TypeError) return 2;
  // ok: javascript.correctness.negation-before-in
  if (!(key in table)) return 3;
  // ok: javascript.correctness.negation-before-in
  if (!(error instanceof TypeError)) return 4;
  // ok: javascript.correctness.negation-before-in
  return key in table;
}

module.exports = { check };
