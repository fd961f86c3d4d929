const limits = {
  read: 1,
  write: 2,
  // ruleid: javascript.correctness.duplicate-object-key
  read: 3,
};
const colors = {
  red: "#f00",
  // ruleid: javascript.correctness.duplicate-object-key
  red: "#e00",
};
// ok: javascript.correctness.duplicate-object-key
const sizes = { small: 1, large: 2 };
// ok: javascript.correctness.duplicate-object-key
const nested = { a: { x: 1 }, b: { x: 2 } };

module.exports = { limits, colors, sizes, nested };
