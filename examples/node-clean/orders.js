const mysql = require("mysql2/promise");
const passwords = require("./passwords");

const pool = mysql.createPool({ host: "db", database: "shop", password: process.env.DB_PASSWORD });

async function customer(name, password) {
  const [rows] = await pool.query("SELECT id, hash FROM customer WHERE name = ?", [name]);
  const found = rows[0];
  return found && (await passwords.matches(password, found.hash)) ? found : null;
}

async function of(customerId, page) {
  const [rows] = await pool.query("SELECT id, total FROM orders WHERE customer = ? LIMIT 20 OFFSET ?", [
    customerId,
    20 * page,
  ]);
  return rows;
}

async function close(list) {
  const ids = list.map((order) => order.id);
  try {
    await pool.query("UPDATE orders SET open = 0 WHERE id IN (?)", [ids]);
  } catch (error) {
    throw new Error("orders could not be closed", { cause: error });
  }
}

module.exports = { customer, of, close };
