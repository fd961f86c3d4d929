async function save(order) {
  await fetch("/orders", { method: "POST", body: order });
}

function count(order) {
  return order.length;
}

async function checkout(order) {
  // ruleid: javascript.correctness.missing-await
  save(order);
  // ok: javascript.correctness.missing-await
  await save(order);
  // ok: javascript.correctness.missing-await
  save(order).catch(console.error);
  // ok: javascript.correctness.missing-await
  const later = save(order);
  // ok: javascript.correctness.missing-await
  count(order);
  if (order) {
    // ruleid: javascript.correctness.missing-await
    save(order);
  }
  // ok: javascript.correctness.missing-await
  await Promise.all([save(order), save(order)]);
  // ok: javascript.correctness.missing-await
  return later;
}

module.exports = { checkout };
