function remove(list, table, key) {
  const names = ["a", "b"];
  // ruleid: javascript.correctness.delete-array-element
  delete names[key];
  // ruleid: javascript.correctness.delete-array-element
  delete list[0];
  // ruleid: javascript.correctness.delete-array-element
  delete list[list.indexOf(key)];
  // ok: javascript.correctness.delete-array-element
  delete table[key];
  // ok: javascript.correctness.delete-array-element
  delete table.name;
  // ok: javascript.correctness.delete-array-element
  list.splice(0, 1);
  return names;
}

module.exports = { remove };
