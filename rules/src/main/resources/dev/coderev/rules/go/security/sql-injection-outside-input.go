package main

import (
	"database/sql"
	"fmt"
	"net"
	"os"
)

func find(db *sql.DB) {
	name := os.Args[1]
	// ruleid: go.security.sql-injection-outside-input
	db.Query("select * from people where name = '" + name + "'")
	// ok: go.security.sql-injection-outside-input
	db.Query("select * from people where name = ?", name)
}

func serve(db *sql.DB, connection net.Conn) {
	buffer := make([]byte, 100)
	connection.Read(buffer)
	// ruleid: go.security.sql-injection-outside-input
	db.Exec(fmt.Sprintf("delete from people where name = '%s'", string(buffer)))
	// ok: go.security.sql-injection-outside-input
	db.Exec("delete from people where old")
}
