function first(log) {
  // ruleid: javascript.correctness.unreachable-after-return
  return 1;
  log("never");
}

function second(log) {
  // ruleid: javascript.correctness.unreachable-after-return
  throw new Error("x");
  log("never");
}

function third(flag, log) {
  if (flag) {
    // ok: javascript.correctness.unreachable-after-return
    return 1;
  }
  log("sometimes");
  // ok: javascript.correctness.unreachable-after-return
  return 2;
}

function fourth() {
  // ok: javascript.correctness.unreachable-after-return
  return helper();

  function helper() {
    return 1;
  }
}

module.exports = { first, second, third, fourth };
