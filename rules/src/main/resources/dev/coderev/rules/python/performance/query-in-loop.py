def names(orders, cur, session, Customer):
    found = []
    for order in orders:
        # ruleid: python.performance.query-in-loop
        found.append(Customer.objects.get(pk=order.customer_id))
        # ruleid: python.performance.query-in-loop
        cur.execute("SELECT name FROM customer WHERE id = ?", (order.customer_id,))
        # ruleid: python.performance.query-in-loop
        found.append(session.query(Customer).filter(Customer.id == order.customer_id).first())
        # ok: python.performance.query-in-loop
        found.append(order.customer)
    # ok: python.performance.query-in-loop
    found += Customer.objects.filter(pk__in=[o.customer_id for o in orders])
    # ok: python.performance.query-in-loop
    cur.execute("SELECT name FROM customer WHERE id = ?", (1,))
    for row in orders:
        # ok: python.performance.query-in-loop
        cur.execute("PRAGMA optimize")
        found.append(row)
    return found
