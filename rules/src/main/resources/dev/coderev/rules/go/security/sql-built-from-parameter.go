package store

import (
	"context"
	"database/sql"
	"fmt"
)

type users struct {
	db *sql.DB
}

func (u *users) find(ctx context.Context, name string) (*sql.Rows, error) {
	// ruleid: go.security.sql-built-from-parameter
	return u.db.QueryContext(ctx, fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", name))
}

func (u *users) remove(name string) error {
	statement := fmt.Sprintf("DELETE FROM users WHERE name = '%v'", name)
	// ruleid: go.security.sql-built-from-parameter
	_, err := u.db.Exec(statement)
	return err
}

func (u *users) orders(id string) (*sql.Rows, error) {
	// ruleid: go.security.sql-built-from-parameter
	return u.db.Query(fmt.Sprintf("SELECT total FROM orders WHERE user_id = %s", id))
}

func (u *users) from(table string) (*sql.Rows, error) {
	// ok: go.security.sql-built-from-parameter
	return u.db.Query(fmt.Sprintf("SELECT name FROM %s WHERE active = 1", table))
}

func (u *users) count(name string) *sql.Row {
	// ok: go.security.sql-built-from-parameter
	return u.db.QueryRow("SELECT count(*) FROM users WHERE name = ?", name)
}

func (u *users) byID(id int) *sql.Row {
	// ok: go.security.sql-built-from-parameter
	return u.db.QueryRow(fmt.Sprintf("SELECT name FROM users WHERE id = %d", id))
}

func (u *users) dump(suffix string) *sql.Row {
	// ok: go.security.sql-built-from-parameter
	return u.db.QueryRow(fmt.Sprintf("SELECT name FROM users_%d", 7))
}
