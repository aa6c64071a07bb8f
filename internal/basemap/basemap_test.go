package basemap_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/basemap"
)

// write makes a file in a directory and gives its path.
func write(t *testing.T, directory, name, text string) string {
	t.Helper()
	path := filepath.Join(directory, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// mbtiles makes an MBTiles file of a format with one tile.
func mbtiles(t *testing.T, directory, name, format string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(directory, name))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	exec := func(statement string, args ...any) {
		if _, err := db.Exec(statement, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec(`CREATE TABLE metadata (name text, value text)`)
	exec(`CREATE TABLE tiles (zoom_level int, tile_column int, tile_row int, tile_data blob)`)
	exec(`INSERT INTO metadata VALUES ('format', ?)`, format)
	exec(`INSERT INTO tiles VALUES (3, 6, 5, ?)`, []byte("\x89PNG\r\n\x1a\n"))
}

func pmtiles(kind byte) string {
	return "PMTiles\x03" + strings.Repeat("\x00", 91) + string(kind) + strings.Repeat("\x00", 27)
}

func TestRead(t *testing.T) {
	t.Parallel()
	directory := t.TempDir()
	write(t, directory, "p.pmtiles", pmtiles(2))
	mbtiles(t, directory, "m.mbtiles", "png")
	title := `"title": {"vi": "Nền", "en": "Base"}`
	list, err := basemap.Read(write(t, directory, "list.json", `[
		{"id": "xyz", `+title+`, "kind": "xyz", "url": "https://a.example/{z}/{x}/{y}.png", "attribution": "© A"},
		{"id": "wmts", `+title+`, "kind": "wmts", "url": "https://b.example:8443/wmts/l/{TileMatrix}/{TileRow}/{TileCol}.jpg", "max_zoom": 17, "tile_size": 512},
		{"id": "there", `+title+`, "kind": "pmtiles", "url": "https://a.example/v.pmtiles"},
		{"id": "here", `+title+`, "kind": "pmtiles", "file": "p.pmtiles"},
		{"id": "old", `+title+`, "kind": "mbtiles", "file": "m.mbtiles"}]`))
	if err != nil || len(list) != 5 {
		t.Fatal(list, err)
	}
	if b := list[1]; b.URL != "https://b.example:8443/wmts/l/{z}/{y}/{x}.jpg" || b.MaxZoom != 17 || list[0].MaxZoom != 19 || list[0].TileSize != 256 {
		t.Errorf("%+v", list)
	}
	if got := basemap.Origins(list); !slices.Equal(got, []string{"https://a.example", "https://b.example:8443"}) {
		t.Errorf("origins %v", got)
	}
	tiles, err := basemap.Open(&list[4])
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tiles.Close() }()
	picture, kind, err := tiles.Tile(t.Context(), 3, 6, 2) // row 5 from the south
	if err != nil || kind != "image/png" || len(picture) == 0 {
		t.Errorf("%q %s %v", picture, kind, err)
	}
	if picture, _, err := tiles.Tile(t.Context(), 3, 6, 5); err != nil || picture != nil {
		t.Errorf("%q %v where there is none", picture, err)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	directory := t.TempDir()
	write(t, directory, "vector.pmtiles", pmtiles(1))
	write(t, directory, "text.pmtiles", "hello")
	mbtiles(t, directory, "vector.mbtiles", "pbf")
	for entry, want := range map[string]string{
		`"id": "A", "kind": "xyz", "url": "https://a.example/{z}/{x}/{y}"`:                                       "small letters",
		`"id": "a", "kind": "xyz", "url": "https://a.example/{z}/{x}"`:                                           "lacks {y}",
		`"id": "a", "kind": "xyz", "url": "javascript:{z}{x}{y}"`:                                                "is not a URL",
		`"id": "a", "kind": "xyz", "url": "https://user:word@a.example/{z}/{x}/{y}"`:                             "is not a URL",
		`"id": "a", "kind": "xyz", "url": "https://a.example;script-src/{z}/{x}/{y}"`:                            "names no host",
		`"id": "a", "kind": "xyz", "url": "https://{s}.a.example/{z}/{x}/{y}"`:                                   "fills in {s}",
		`"id": "a", "kind": "wmts", "url": "https://a.example/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}"`: "fills in {TileMatrixSet}",
		`"id": "a", "kind": "pmtiles", "url": "https://a.example/{z}.pmtiles"`:                                   "fills in {z}",
		`"id": "a", "kind": "wmts", "url": "https://a.example/{z}/{x}/{y}"`:                                      "lacks {TileMatrix}",
		`"id": "a", "kind": "tms", "url": "https://a.example/{z}/{x}/{y}"`:                                       "kind is",
		`"id": "a", "kind": "xyz", "url": "https://a.example/{z}/{x}/{y}", "max_zoom": 30`:                       "zooms",
		`"id": "a", "kind": "xyz", "url": "https://a.example/{z}/{x}/{y}", "tile_size": 100`:                     "tile_size",
		`"id": "a", "kind": "xyz", "url": "https://a.example/{z}/{x}/{y}", "key": "x"`:                           "unknown field",
		`"id": "a", "kind": "pmtiles", "file": "none.pmtiles"`:                                                   "no such file",
		`"id": "a", "kind": "pmtiles", "file": "text.pmtiles"`:                                                   "no PMTiles",
		`"id": "a", "kind": "pmtiles", "file": "vector.pmtiles"`:                                                 "vectors",
		`"id": "a", "kind": "mbtiles", "file": "vector.mbtiles"`:                                                 "vectors",
		`"id": "a", "kind": "mbtiles", "file": "text.pmtiles"`:                                                   "no MBTiles",
		`"id": "a", "kind": "mbtiles", "url": "https://a.example/m.mbtiles"`:                                     "needs a file",
	} {
		_, err := basemap.Read(write(t, directory, "list.json", `[{"title": {"vi": "Nền", "en": "Base"}, `+entry+`}]`))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", entry, err, want)
		}
	}
	twice := `{"id": "a", "title": {"vi": "Nền", "en": "Base"}, "kind": "xyz", "url": "https://a.example/{z}/{x}/{y}"}`
	if _, err := basemap.Read(write(t, directory, "list.json", "["+twice+","+twice+"]")); err == nil {
		t.Error("two of one id")
	}
}
