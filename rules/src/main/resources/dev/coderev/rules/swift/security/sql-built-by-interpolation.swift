import Foundation
import SQLite3

func find(db: OpaquePointer, name: String) {
    var statement: OpaquePointer?
    // ruleid: swift.security.sql-built-by-interpolation
    sqlite3_prepare_v2(db, "SELECT id FROM users WHERE name = '\(name)'", -1, &statement, nil)
    // ruleid: swift.security.sql-built-by-interpolation
    sqlite3_exec(db, "DELETE FROM users WHERE name = '\(name)'", nil, nil, nil)
    // ok: swift.security.sql-built-by-interpolation
    sqlite3_prepare_v2(db, "SELECT id FROM users WHERE name = ?", -1, &statement, nil)
    // ok: swift.security.sql-built-by-interpolation
    sqlite3_exec(db, "DELETE FROM users", nil, nil, nil)
}
