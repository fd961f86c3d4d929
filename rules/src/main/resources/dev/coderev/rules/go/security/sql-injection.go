package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
	"gorm.io/gorm"
)

type filter struct {
	Name string
}

func listOrders(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		customer := r.FormValue("customer")
		// ruleid: go.security.sql-injection
		rows, err := db.Query("SELECT id FROM orders WHERE customer = '" + customer + "'")
		if err != nil {
			return
		}
		defer rows.Close()
		// ok: go.security.sql-injection
		more, _ := db.Query("SELECT id FROM orders WHERE customer = $1", customer)
		defer more.Close()
	}
}

func deleteOrder(w http.ResponseWriter, r *http.Request, tx *sql.Tx) {
	id := r.URL.Query().Get("id")
	statement := fmt.Sprintf("DELETE FROM orders WHERE id = %s", id)
	// ruleid: go.security.sql-injection
	tx.ExecContext(r.Context(), statement)

	number, err := strconv.Atoi(id)
	if err != nil {
		return
	}
	// ok: go.security.sql-injection
	tx.ExecContext(r.Context(), fmt.Sprintf("DELETE FROM orders WHERE id = %d", number))
	// ok: go.security.sql-injection
	tx.ExecContext(r.Context(), "DELETE FROM orders WHERE id = ?", id)
}

func search(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	var f filter
	json.NewDecoder(r.Body).Decode(&f)
	// ruleid: go.security.sql-injection
	db.QueryRow("SELECT count(*) FROM users WHERE name LIKE '%" + f.Name + "%'")
	// ok: go.security.sql-injection
	db.QueryRow("SELECT count(*) FROM users WHERE name LIKE ?", "%"+f.Name+"%")
	prepared, err := db.Prepare("SELECT count(*) FROM users WHERE name = ?")
	if err != nil {
		return
	}
	// ok: go.security.sql-injection
	prepared.QueryRow(f.Name)
	byName(r.Context(), db, f.Name)
}

func byName(ctx context.Context, db *sql.DB, name string) {
	// ruleid: go.security.sql-injection
	db.QueryRowContext(ctx, "SELECT id FROM users WHERE name = '"+name+"'")
}

func sorted(c *gin.Context, db *gorm.DB) {
	column := c.Query("sort")
	// ruleid: go.security.sql-injection
	db.Order(column + " DESC")
	order := "name"
	if column == "age" {
		order = "age"
	}
	// ok: go.security.sql-injection
	db.Order(order + " DESC")
	// ok: go.security.sql-injection
	db.Where("name = ?", c.Query("name"))
}

const table = "audit"

func constantText(db *sql.DB) {
	// ok: go.security.sql-injection
	db.Query("SELECT * FROM " + table)
}
