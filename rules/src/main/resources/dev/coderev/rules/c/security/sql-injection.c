#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    sqlite3 *db;
    char sql[256];
    sqlite3_open("app.db", &db);
    snprintf(sql, sizeof sql, "SELECT * FROM users WHERE name = '%s'", argv[1]);
    // ruleid: c.security.sql-injection
    sqlite3_exec(db, sql, 0, 0, 0);

    sqlite3_stmt *statement;
    // ok: c.security.sql-injection
    sqlite3_prepare_v2(db, "SELECT * FROM users WHERE name = ?", -1, &statement, 0);
    sqlite3_bind_text(statement, 1, argv[1], -1, SQLITE_TRANSIENT);

    char byid[64];
    snprintf(byid, sizeof byid, "SELECT * FROM users WHERE id = %d", atoi(argv[2]));
    // ok: c.security.sql-injection
    sqlite3_exec(db, byid, 0, 0, 0);
    return 0;
}

void from_environment(sqlite3 *db) {
    // ruleid: c.security.sql-injection
    sqlite3_exec(db, getenv("STARTUP_SQL"), 0, 0, 0);
}
