function check(state, queue) {
  // ruleid: javascript.correctness.assignment-in-condition
  if (state.kind = "open") {
    return 1;
  }
  // ruleid: javascript.correctness.assignment-in-condition
  if (state.count = 0) return 2;
  let item;
  // ok: javascript.correctness.assignment-in-condition
  while ((item = queue.pop())) {
    console.log(item);
  }
  // ok: javascript.correctness.assignment-in-condition
  if (state.kind === "open") {
    // ok: javascript.correctness.assignment-in-condition
    state.kind = "closed";
  }
  return 3;
}

module.exports = { check };
