function work(value) {
  // ruleid: javascript.maintainability.left-over-debugger
  debugger;
  if (value) {
    // ruleid: javascript.maintainability.left-over-debugger
    debugger;
  }
  // ok: javascript.maintainability.left-over-debugger
  console.debug(value);
  // ok: javascript.maintainability.left-over-debugger
  return value.debugger;
}

module.exports = { work };
