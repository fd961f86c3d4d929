use rusqlite::Connection;

fn find(db: &Connection, name: &str) -> rusqlite::Result<()> {
    // ruleid: rust.security.sql-built-by-format
    db.execute(&format!("DELETE FROM users WHERE name = '{}'", name), [])?;
    let sql = format!("SELECT id FROM users WHERE name = '{name}'");
    // ruleid: rust.security.sql-built-by-format
    db.prepare(&sql)?;
    // ok: rust.security.sql-built-by-format
    db.execute("DELETE FROM users WHERE name = ?1", [name])?;
    // ok: rust.security.sql-built-by-format
    db.prepare("SELECT id FROM users")?;
    // ok: rust.security.sql-built-by-format
    println!("{}", &format!("SELECT '{}'", name));
    Ok(())
}
