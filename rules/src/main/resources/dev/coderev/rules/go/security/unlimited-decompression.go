package unpack

import (
	"archive/zip"
	"compress/gzip"
	"io"
)

func inflate(in io.Reader, out io.Writer) error {
	zr, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	// ruleid: go.security.unlimited-decompression
	_, err = io.Copy(out, zr)
	// ok: go.security.unlimited-decompression
	_, err = io.Copy(out, io.LimitReader(zr, 1<<20))
	// ok: go.security.unlimited-decompression
	_, err = io.CopyN(out, zr, 1<<20)
	// ok: go.security.unlimited-decompression
	_, err = io.Copy(out, in)
	return err
}

func entry(f *zip.File) ([]byte, error) {
	rc, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	// ruleid: go.security.unlimited-decompression
	return io.ReadAll(rc)
}

func all(archive *zip.ReadCloser, out io.Writer) {
	for _, file := range archive.File {
		content, _ := file.Open()
		// ruleid: go.security.unlimited-decompression
		io.CopyBuffer(out, content, nil)
		// ok: go.security.unlimited-decompression
		io.CopyN(out, content, 1<<20)
	}
}
