function copy(order) {
  // ruleid: javascript.performance.json-deep-copy
  const a = JSON.parse(JSON.stringify(order));
  // ruleid: javascript.performance.json-deep-copy
  const b = { ...order, items: JSON.parse(JSON.stringify(order.items)) };
  // ok: javascript.performance.json-deep-copy
  const c = structuredClone(order);
  // ok: javascript.performance.json-deep-copy
  const d = JSON.parse(order.text);
  // ok: javascript.performance.json-deep-copy
  const e = JSON.stringify(order);
  return [a, b, c, d, e];
}

module.exports = { copy };
