package files

import "os"

func write(data []byte) {
	// ruleid: go.security.world-writable-file
	os.WriteFile("/var/lib/app/state", data, 0666)
	// ruleid: go.security.world-writable-file
	os.MkdirAll("/var/lib/app", 0o777)
	// ruleid: go.security.world-writable-file
	os.Chmod("/var/lib/app/run.sh", 0777)
	// ok: go.security.world-writable-file
	os.WriteFile("/var/lib/app/state", data, 0644)
	// ok: go.security.world-writable-file
	os.MkdirAll("/var/lib/app", 0o755)
	// ok: go.security.world-writable-file
	os.OpenFile("/var/lib/app/key", os.O_RDWR|os.O_CREATE, 0600)
}
