package unpack

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func unzip(reader *zip.ReadCloser, dir string) error {
	for _, f := range reader.File {
		target := filepath.Join(dir, f.Name)
		// ruleid: go.security.archive-path-traversal
		out, err := os.Create(target)
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func unzipLocal(reader *zip.ReadCloser, dir string) error {
	for _, f := range reader.File {
		name := f.Name
		if !filepath.IsLocal(name) {
			return errors.New("entry leaves the folder")
		}
		// ok: go.security.archive-path-traversal
		out, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func untar(in io.Reader, dir string) error {
	tr := tar.NewReader(in)
	for {
		header, err := tr.Next()
		if err != nil {
			return err
		}
		// ruleid: go.security.archive-path-traversal
		os.MkdirAll(filepath.Join(dir, header.Name), 0o755)
		// ruleid: go.security.archive-path-traversal
		os.WriteFile(dir+"/"+header.Name, nil, 0o600)
		// ok: go.security.archive-path-traversal
		os.MkdirAll(filepath.Join(dir, filepath.Base(header.Name)), 0o755)
	}
}

func unzipPrefixed(reader *zip.ReadCloser, dir string) error {
	for _, f := range reader.File {
		target := filepath.Join(dir, f.Name)
		if !strings.HasPrefix(target, dir+string(os.PathSeparator)) {
			return errors.New("entry leaves the folder")
		}
		// ok: go.security.archive-path-traversal
		os.MkdirAll(target, 0o755)
	}
	return nil
}
