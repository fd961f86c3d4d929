function check(value, error) {
  if (value < 0) {
    // ruleid: javascript.maintainability.throw-literal
    throw "negative";
  }
  if (value > 9) {
    // ruleid: javascript.maintainability.throw-literal
    throw `too large: ${value}`;
  }
  if (value === 5) {
    // ok: javascript.maintainability.throw-literal
    throw new Error("five");
  }
  if (value === 6) {
    // ok: javascript.maintainability.throw-literal
    throw error;
  }
  return value;
}

module.exports = { check };
