async function names(orders, Customer, db) {
  const found = [];
  for (const order of orders) {
    // ruleid: javascript.performance.query-in-loop
    found.push(await Customer.findByPk(order.customerId));
    // ruleid: javascript.performance.query-in-loop
    const rows = await db.query("SELECT name FROM customer WHERE id = $1", [order.customerId]);
    found.push(rows);
  }
  // ruleid: javascript.performance.query-in-loop
  await Promise.all(orders.map(async (order) => await Customer.findById(order.customerId)));
  // ok: javascript.performance.query-in-loop
  const all = await Customer.findAll({ where: { id: orders.map((order) => order.customerId) } });
  // ok: javascript.performance.query-in-loop
  const one = await Customer.findByPk(1);
  for (const order of orders) {
    // ok: javascript.performance.query-in-loop
    found.push(order.name);
  }
  return [found, all, one];
}

module.exports = { names };
