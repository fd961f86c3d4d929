package store

import "database/sql"

func names(db *sql.DB) ([]string, error) {
	// ruleid: go.correctness.rows-not-closed
	rows, err := db.Query("SELECT name FROM users")
	if err != nil {
		return nil, err
	}
	var all []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, rows.Err()
}

func namesClosed(db *sql.DB) ([]string, error) {
	// ok: go.correctness.rows-not-closed
	rows, err := db.Query("SELECT name FROM users")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, rows.Err()
}

func open(db *sql.DB) (*sql.Rows, error) {
	// ok: go.correctness.rows-not-closed
	rows, err := db.Query("SELECT name FROM users")
	return rows, err
}
