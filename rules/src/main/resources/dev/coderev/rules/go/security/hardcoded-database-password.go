package store

import (
	"database/sql"
	"fmt"
	"os"
)

func open() {
	// ruleid: go.security.hardcoded-database-password
	sql.Open("postgres", "postgres://app:s3cr3t-value@db.internal/app")
	// ruleid: go.security.hardcoded-database-password
	sql.Open("mysql", "app:hunter42@tcp(db:3306)/app")
	// ruleid: go.security.hardcoded-database-password
	sql.Open("postgres", "host=db user=app password=opensesame dbname=app")
	// ok: go.security.hardcoded-database-password
	sql.Open("postgres", os.Getenv("DATABASE_URL"))
	// ok: go.security.hardcoded-database-password
	sql.Open("sqlite", "file:app.db?cache=shared")
	// ok: go.security.hardcoded-database-password
	sql.Open("postgres", fmt.Sprintf("host=db user=app password=%s", os.Getenv("DB_PASSWORD")))
	// ok: go.security.hardcoded-database-password
	sql.Open("postgres", "postgres://app@db.internal/app")
}
