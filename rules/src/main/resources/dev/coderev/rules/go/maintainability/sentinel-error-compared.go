package store

import (
	"context"
	"database/sql"
	"errors"
)

func missing(err error) bool {
	// ruleid: go.maintainability.sentinel-error-compared
	if err == sql.ErrNoRows {
		return true
	}
	// ruleid: go.maintainability.sentinel-error-compared
	return err != context.Canceled
}

func missingWrapped(err error) bool {
	// ok: go.maintainability.sentinel-error-compared
	if err == nil {
		return false
	}
	// ok: go.maintainability.sentinel-error-compared
	return errors.Is(err, sql.ErrNoRows)
}
