// ruleid: javascript.correctness.duplicate-object-key
const limits = {
  read: 1,
  write: 2,
  read: 3,
};
// ruleid: javascript.correctness.duplicate-object-key
const colors = { red: "#f00", red: "#e00" };
// ok: javascript.correctness.duplicate-object-key
const sizes = { small: 1, large: 2 };
// ok: javascript.correctness.duplicate-object-key
const nested = { a: { x: 1 }, b: { x: 2 } };

module.exports = { limits, colors, sizes, nested };
