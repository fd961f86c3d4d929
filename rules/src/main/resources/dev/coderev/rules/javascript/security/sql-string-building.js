const { Pool } = require("pg");

const pool = new Pool();
const TABLE = "person";

async function find(name) {
  // ruleid: javascript.security.sql-string-building
  await pool.query("SELECT id FROM person WHERE name = '" + name + "'");
  // ruleid: javascript.security.sql-string-building
  await pool.query(`SELECT id FROM person WHERE name = '${name}'`);
  // ok: javascript.security.sql-string-building
  await pool.query("SELECT id FROM person WHERE name = $1", [name]);
  // ok: javascript.security.sql-string-building
  await pool.query(`SELECT id FROM ${TABLE} WHERE name = $1`, [name]);
  // ok: javascript.security.sql-string-building
  await pool.query("job " + name);
  const statement = `SELECT id FROM person WHERE mail = '${name}'`;
  // ruleid: javascript.security.sql-string-building
  await pool.query(statement);
  const constant = "SELECT id FROM person";
  // ok: javascript.security.sql-string-building
  await pool.query(constant);
}

module.exports = { find };
