function print(table) {
  const names = ["a", "b"];
  // ruleid: javascript.correctness.for-in-over-array
  for (const index in names) {
    console.log(index);
  }
  // ruleid: javascript.correctness.for-in-over-array
  for (let index in names) {
    console.log(names[index]);
  }
  // ok: javascript.correctness.for-in-over-array
  for (const name of names) {
    console.log(name);
  }
  // ok: javascript.correctness.for-in-over-array
  for (const key in table) {
    console.log(key);
  }
}

module.exports = { print };
