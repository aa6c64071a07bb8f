package basemap

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Kind is how the pictures of a basemap are come by.
type Kind string

const (
	XYZ     Kind = "xyz"     // a URL with {z}, {x} and {y}
	WMTS    Kind = "wmts"    // a REST template with {TileMatrix}, {TileRow} and {TileCol} (OGC 07-057r7, 10), in web mercator
	PMTiles Kind = "pmtiles" // one file (PMTiles 3), here or elsewhere, read by ranges
	MBTiles Kind = "mbtiles" // one SQLite file (MBTiles 1.3) here
)

// Basemap is a map that may lie under the register's own (bản đồ nền).
type Basemap struct {
	// ID names it in links and paths: small letters, digits and hyphens.
	ID    string        `json:"id"`
	Title registry.Text `json:"title"`
	Kind  Kind          `json:"kind"`
	// URL is where its tiles or its file are, empty for a file here.
	URL string `json:"url,omitempty"`
	// File is that file's path, from the directory of the list.
	File string `json:"file,omitempty"`
	// Attribution is shown on the map; plain text.
	Attribution string `json:"attribution"`
	// MinZoom and MaxZoom are those there are tiles of; MaxZoom 0 is 19.
	MinZoom int `json:"min_zoom"`
	MaxZoom int `json:"max_zoom"`
	// TileSize is the side of a picture in pixels, 256 or 512; 0 is 256.
	TileSize int `json:"tile_size"`
}

// idShape is what an ID is made of.
var idShape = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// placeShape is a place in a template that something is written into.
var placeShape = regexp.MustCompile(`\{[^}]*\}?`)

const (
	maxZoom     = 22
	defaultZoom = 19
	defaultSide = 256
)

// Read reads the list of basemaps, a JSON array, and finds their files.
func Read(path string) ([]Basemap, error) {
	text, err := os.ReadFile(path) // #nosec G304 -- whoever runs the program names it
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	var list []Basemap
	if err := decoder.Decode(&list); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	seen := map[string]bool{}
	for i := range list {
		b := &list[i]
		if err := b.complete(filepath.Dir(path)); err != nil {
			return nil, fmt.Errorf("%s: basemap %q: %w", path, b.ID, err)
		}
		if seen[b.ID] {
			return nil, fmt.Errorf("%s: there are two basemaps %q", path, b.ID)
		}
		seen[b.ID] = true
	}
	return list, nil
}

// complete checks a basemap and fills in what was left out.
func (b *Basemap) complete(directory string) error {
	if b.MaxZoom == 0 {
		b.MaxZoom = defaultZoom
	}
	if b.TileSize == 0 {
		b.TileSize = defaultSide
	}
	switch {
	case !idShape.MatchString(b.ID):
		return errors.New("an id is small letters, digits and hyphens")
	case b.Title.VI == "" || b.Title.EN == "":
		return errors.New(`title needs "vi" and "en"`)
	case b.MinZoom < 0 || b.MaxZoom > maxZoom || b.MinZoom > b.MaxZoom:
		return fmt.Errorf("zooms are from 0 to %d", maxZoom)
	case b.TileSize != 256 && b.TileSize != 512:
		return errors.New("tile_size is 256 or 512")
	}
	switch b.Kind {
	case XYZ:
		return b.template("{z}", "{x}", "{y}")
	case WMTS:
		if err := b.template("{TileMatrix}", "{TileRow}", "{TileCol}"); err != nil {
			return err
		}
		b.URL = strings.NewReplacer("{TileMatrix}", "{z}", "{TileRow}", "{y}", "{TileCol}", "{x}").Replace(b.URL)
	case PMTiles:
		if b.File == "" {
			return b.template()
		}
		return b.find(directory, checkPMTiles)
	case MBTiles:
		return b.find(directory, checkMBTiles)
	default:
		return fmt.Errorf("kind is %s, %s, %s or %s, not %q", XYZ, WMTS, PMTiles, MBTiles, b.Kind)
	}
	return nil
}

// template checks a URL and that it has the places that make it a tile's.
func (b *Basemap) template(places ...string) error {
	u, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(b.URL))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		return fmt.Errorf("%q is not a URL such as https://…", b.URL)
	}
	if strings.ContainsAny(u.Host, `;,'" `) {
		return fmt.Errorf("%q names no host", b.URL)
	}
	for _, place := range places {
		if !strings.Contains(b.URL, place) {
			return fmt.Errorf("the URL lacks %s", place)
		}
	}
	rest := b.URL
	for _, place := range places {
		rest = strings.ReplaceAll(rest, place, "")
	}
	// {s}, {-y} or {TileMatrixSet}: the browser would ask for them as they stand
	if place := placeShape.FindString(rest); place != "" {
		return fmt.Errorf("nothing fills in %s: write what it stands for", place)
	}
	if b.File != "" {
		return errors.New("it has both url and file")
	}
	return nil
}

func (b *Basemap) find(directory string, check func(string) error) error {
	if b.File == "" || b.URL != "" {
		return errors.New("it needs a file, and no url")
	}
	if !filepath.IsAbs(b.File) {
		b.File = filepath.Join(directory, b.File)
	}
	return check(b.File)
}

// Origin is where a browser asks for it, "" for this program.
func (b *Basemap) Origin() string {
	if b.File != "" {
		return ""
	}
	u, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(b.URL))
	if err != nil {
		return "" // Read has parsed it
	}
	return u.Scheme + "://" + u.Host
}

// Origins are those of a list, each once, in order.
func Origins(list []Basemap) []string {
	var origins []string
	for i := range list {
		if o := list[i].Origin(); o != "" {
			origins = append(origins, o)
		}
	}
	slices.Sort(origins)
	return slices.Compact(origins)
}
