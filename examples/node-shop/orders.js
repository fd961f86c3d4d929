const crypto = require("crypto");
const mongoose = require("mongoose");
const mysql = require("mysql2/promise");

const pool = mysql.createPool({ host: "db", database: "shop" });
const Customer = mongoose.model("Customer", new mongoose.Schema({ name: String, hash: String }));

async function customer(name, password) {
  const hash = crypto.createHash("md5").update(password).digest("hex");
  return Customer.findOne({ name, hash });
}

async function of(customerId, sort) {
  const [rows] = await pool.query(`SELECT id, total FROM orders WHERE customer = ? ORDER BY ${sort}`, [
    customerId,
  ]);
  return rows;
}

async function search(req, res) {
  const status = req.query.status;
  const [rows] = await pool.query("SELECT id FROM orders WHERE status = '" + status + "'");
  res.json(rows);
}

async function byCustomer(req, res) {
  const found = await Customer.find({ name: req.body.name });
  res.json(found);
}

async function register(req, res) {
  const created = await Customer.create(req.body);
  res.json(created);
}

async function notify(order) {
  await fetch("https://mail.example.org/send", { method: "POST", body: JSON.stringify(order) });
}

async function close(list) {
  list.forEach(async (order) => {
    await pool.execute("UPDATE orders SET open = 0 WHERE id = ?", [order.id]);
  });
  notify(list[0]);
  try {
    await pool.end();
  } catch (error) {}
}

module.exports = { customer, of, search, byCustomer, register, close };
