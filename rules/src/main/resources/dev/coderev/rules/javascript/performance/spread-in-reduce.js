function index(rows) {
  // ruleid: javascript.performance.spread-in-reduce
  const a = rows.reduce((all, row) => ({ ...all, [row.id]: row }), {});
  // ruleid: javascript.performance.spread-in-reduce
  const b = rows.reduce((all, row) => [...all, row.name], []);
  // ok: javascript.performance.spread-in-reduce
  const c = rows.reduce((sum, row) => sum + row.size, 0);
  // ok: javascript.performance.spread-in-reduce
  const d = Object.fromEntries(rows.map((row) => [row.id, row]));
  // ok: javascript.performance.spread-in-reduce
  const e = rows.reduce((all, row) => all.concat(row.tags), []);
  return [a, b, c, d, e];
}

module.exports = { index };
