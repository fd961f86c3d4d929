function check(value) {
  // ruleid: javascript.maintainability.loose-equality
  if (value == 0) return 1;
  // ruleid: javascript.maintainability.loose-equality
  if (value != "") return 2;
  // ruleid: javascript.maintainability.loose-equality
  if (value == false) return 3;
  // ok: javascript.maintainability.loose-equality
  if (value === 0) return 4;
  // ok: javascript.maintainability.loose-equality
  if (value == null) return 5;
  // ok: javascript.maintainability.loose-equality
  return typeof value == "string";
}

module.exports = { check };
