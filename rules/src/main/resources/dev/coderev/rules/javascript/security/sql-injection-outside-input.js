const mysql = require("mysql2");
const db = mysql.createConnection({ host: "localhost" });

const name = process.argv[2];
// ruleid: javascript.security.sql-injection-outside-input
db.query("select * from people where name = '" + name + "'");
// ok: javascript.security.sql-injection-outside-input
db.query("select * from people where name = ?", [name]);
// ok: javascript.security.sql-injection-outside-input
db.query("select * from people where id = " + Number(name));
