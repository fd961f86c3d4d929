package files

import (
	"os"
	"path/filepath"
)

func write(data []byte) {
	// ruleid: go.security.predictable-temporary-file
	os.WriteFile("/tmp/report.csv", data, 0600)
	// ruleid: go.security.predictable-temporary-file
	os.Create(filepath.Join(os.TempDir(), "app.lock"))
	// ok: go.security.predictable-temporary-file
	os.CreateTemp("", "report-*.csv")
	// ok: go.security.predictable-temporary-file
	os.WriteFile("/var/lib/app/report.csv", data, 0600)
	// ok: go.security.predictable-temporary-file
	os.OpenFile("/tmp/app.lock", os.O_CREATE|os.O_EXCL, 0600)
}
