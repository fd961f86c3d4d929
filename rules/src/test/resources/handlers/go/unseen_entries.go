package houses

import (
	"context"
	"database/sql"

	"example.org/houses/housespb"
	"github.com/spf13/afero"
	"github.com/sirupsen/logrus"
	"net/http"
)

type Houses struct {
	db *sql.DB
}

func (h *Houses) Find(ctx context.Context, req *housespb.FindRequest) (*housespb.Found, error) {
	// ruleid: go.security.sql-injection
	rows, err := h.db.Query("select * from house where town = '" + req.GetTown() + "'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return &housespb.Found{}, nil
}

func (h *Houses) FindBound(ctx context.Context, req *housespb.FindRequest) (*housespb.Found, error) {
	// ok: go.security.sql-injection
	rows, err := h.db.Query("select * from house where town = $1", req.GetTown())
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return &housespb.Found{}, nil
}

func plan(files afero.Fs, w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("plan")
	// ruleid: go.security.log-injection
	logrus.Info("plan of " + name)
	// ruleid: go.security.path-traversal
	data, err := afero.ReadFile(files, "/plans/"+name)
	if err == nil {
		w.Write(data[:1])
	}
}
