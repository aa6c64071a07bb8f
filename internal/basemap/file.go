package basemap

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"

	_ "modernc.org/sqlite" // MBTiles are SQLite files
)

// What of a PMTiles file's header is looked at (PMTiles 3, 3).
const (
	pmtilesMagic = "PMTiles\x03"
	pmtilesType  = 99 // where the tile type stands
	pmtilesMVT   = 1
)

var errVector = errors.New("its tiles are vectors: a basemap is made of pictures (PNG, JPEG or WebP)")

func checkPMTiles(path string) error {
	f, err := os.Open(path) // #nosec G304 -- whoever runs the program names it
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	header := make([]byte, pmtilesType+1)
	if _, err := io.ReadFull(f, header); err != nil || string(header[:len(pmtilesMagic)]) != pmtilesMagic {
		return fmt.Errorf("%s is no PMTiles file of version 3", path)
	}
	if header[pmtilesType] == pmtilesMVT {
		return errVector
	}
	return nil
}

// openMBTiles opens a file to read; it stays as it is.
func openMBTiles(path string) (*sql.DB, error) {
	if _, err := os.Stat(path); err != nil { // which SQLite would make
		return nil, err
	}
	return sql.Open("sqlite", "file:"+path+"?mode=ro&immutable=1")
}

func checkMBTiles(path string) error {
	db, err := openMBTiles(path)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	var format string
	err = db.QueryRow(`SELECT value FROM metadata WHERE name = 'format'`).Scan(&format)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("%s does not say its format", path)
	case err != nil:
		return fmt.Errorf("%s is no MBTiles file: %w", path, err)
	case format == "pbf":
		return errVector
	}
	return nil
}

// Tiles reads the pictures of an MBTiles file. It is safe for concurrent use.
type Tiles struct{ db *sql.DB }

// Open opens the file of a basemap of kind MBTiles.
func Open(b *Basemap) (*Tiles, error) {
	db, err := openMBTiles(b.File)
	return &Tiles{db}, err
}

// Tile gives a picture and its media type, nil where there is none. Rows are
// counted from the north, which MBTiles does from the south.
func (t *Tiles) Tile(ctx context.Context, z uint8, x, y uint32) ([]byte, string, error) {
	var picture []byte
	err := t.db.QueryRowContext(ctx, `SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?`, z, x, 1<<z-1-int64(y)).Scan(&picture)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, "", nil
	}
	return picture, http.DetectContentType(picture), err
}

// Close closes the file.
func (t *Tiles) Close() error { return t.db.Close() }
