package files

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"

	"github.com/gin-gonic/gin"
)

const root = "/srv/files"

func download(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go.security.path-traversal
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		return
	}
	w.Write(data)
	// ok: go.security.path-traversal
	os.ReadFile(filepath.Join(root, filepath.Base(name)))
	// ok: go.security.path-traversal
	os.ReadFile(filepath.Join(root, "index.txt"))
}

func serve(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.path-traversal
	http.ServeFile(w, r, root+r.FormValue("page"))

	page, err := strconv.Atoi(r.FormValue("page"))
	if err != nil {
		return
	}
	// ok: go.security.path-traversal
	http.ServeFile(w, r, fmt.Sprintf("%s/%d.html", root, page))
}

func checked(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if !filepath.IsLocal(name) {
		http.Error(w, "bad name", http.StatusBadRequest)
		return
	}
	// ok: go.security.path-traversal
	f, err := os.Open(filepath.Join(root, name))
	if err != nil {
		return
	}
	defer f.Close()
}

func attachment(c *gin.Context) {
	// ruleid: go.security.path-traversal
	c.File("./uploads/" + c.Param("file"))
	// ok: go.security.path-traversal
	c.File("./uploads/terms.pdf")
}

func remove(w http.ResponseWriter, r *http.Request) {
	dropUpload(r.FormValue("id"))
}

func dropUpload(id string) {
	target := filepath.Join(root, id)
	// ruleid: go.security.path-traversal
	os.Remove(target)
}
