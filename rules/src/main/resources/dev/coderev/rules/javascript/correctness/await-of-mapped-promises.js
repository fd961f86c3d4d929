async function load(ids, get) {
  // ruleid: javascript.correctness.await-of-mapped-promises
  const a = await ids.map(async (id) => get(id));
  // ruleid: javascript.correctness.await-of-mapped-promises
  const b = await ids.map(async (id) => {
    return get(id);
  });
  // ok: javascript.correctness.await-of-mapped-promises
  const c = await Promise.all(ids.map(async (id) => get(id)));
  // ok: javascript.correctness.await-of-mapped-promises
  const d = ids.map((id) => id + 1);
  return [a, b, c, d];
}

module.exports = { load };
