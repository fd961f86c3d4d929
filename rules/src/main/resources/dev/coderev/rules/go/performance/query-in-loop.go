package store

import "database/sql"

func names(db *sql.DB, ids []int) {
	for _, id := range ids {
		var name string
		// ruleid: go.performance.query-in-loop
		db.QueryRow("SELECT name FROM users WHERE id = ?", id).Scan(&name)
	}
	// ok: go.performance.query-in-loop
	rows, err := db.Query("SELECT id, name FROM users")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		// ruleid: go.performance.query-in-loop
		db.QueryRow("SELECT count(*) FROM orders WHERE user_id = ?", 1)
	}
}

func prepared(db *sql.DB, ids []int) {
	// ok: go.performance.query-in-loop
	statement, _ := db.Prepare("SELECT name FROM users WHERE id = ?")
	for _, id := range ids {
		// ok: go.performance.query-in-loop
		statement.QueryRow(id)
	}
}
