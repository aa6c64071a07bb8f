package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
)

// tegola lacks GeoPackage without cgo, which is not asked for.
var tegola = peer{name: "tegola", module: "github.com/go-spatial/tegola", version: "v0.21.2", command: "/cmd/tegola", environment: []string{"CGO_ENABLED=0"}}

// tegolaWay is one of the two ways in which tegola makes tiles.
type tegolaWay struct {
	about string
	// provider is the type of the data source in tegola's words.
	provider string
	layer    func(*tileLayer) string
}

var (
	// itsOwn reads geometries and makes tiles of them in its own process.
	itsOwn = tegolaWay{"tegola", "postgis", func(l *tileLayer) string {
		return fmt.Sprintf("tablename = %q\nid_fieldname = \"id\"\nfields = [\"%s\"]", l.plain(), strings.Join(strings.Fields(l.columns), `", "`))
	}}
	// byPostGIS has PostGIS make them, by a query one has to write.
	byPostGIS = tegolaWay{"tegola mvt_postgis", "mvt_postgis", func(l *tileLayer) string {
		return fmt.Sprintf("id_fieldname = \"id\"\nsql = \"SELECT id, %s, ST_AsMVTGeom(geom, !BBOX!) AS geom FROM %s WHERE geom && !BBOX!\"", strings.Join(strings.Fields(l.columns), ", "), l.plain())
	}}
)

// serveTiles starts tegola on the plain tables: with its defaults, but that it may
// read every layer to the highest zoom that is asked for. cache is a directory, ""
// for none.
func (b *bench) serveTiles(ctx context.Context, dsn string, way tegolaWay, cache string) (*server, error) {
	program, err := b.built(ctx, tegola)
	if err != nil {
		return nil, err
	}
	u, err := url.Parse(dsn)
	if err != nil {
		return nil, err
	}
	// it will have a host and a port, though pgx then takes the socket the query names; and prefers TLS, which that has none of
	u.Host, u.RawQuery = "localhost:"+u.Query().Get("port"), u.RawQuery+"&sslmode=disable"
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	var config strings.Builder
	fmt.Fprintf(&config, "[webserver]\nport = \"127.0.0.1:%d\"\n", port)
	if cache != "" {
		fmt.Fprintf(&config, "[cache]\ntype = \"file\"\nbasepath = %q\n", cache)
	}
	fmt.Fprintf(&config, "[[providers]]\nname = \"register\"\ntype = %q\nuri = %q\nsrid = 3857\n", way.provider, u.String())
	for i := range tileLayers {
		fmt.Fprintf(&config, "[[providers.layers]]\nname = %q\ngeometry_fieldname = \"geom\"\ngeometry_type = %q\n%s\n", tileLayers[i].name, tileLayers[i].geometry, way.layer(&tileLayers[i]))
	}
	config.WriteString("[[maps]]\nname = \"province\"\n")
	for _, l := range tileLayers {
		fmt.Fprintf(&config, "[[maps.layers]]\nprovider_layer = \"register.%s\"\nmin_zoom = 0\nmax_zoom = %d\n", l.name, highestZoom)
	}
	file, err := os.CreateTemp(b.dir, "tegola-*.toml")
	if err != nil {
		return nil, err
	}
	if _, err := file.WriteString(config.String()); err != nil {
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	var complaint strings.Builder
	cmd := exec.CommandContext(ctx, program, "serve", "--config", file.Name())
	cmd.Dir, cmd.Stderr, cmd.Stdout = b.dir, &complaint, &complaint
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &server{cmd: cmd, url: fmt.Sprintf("http://127.0.0.1:%d", port)}
	if err := s.answers(ctx, "/capabilities"); err != nil {
		return nil, fmt.Errorf("tegola does not answer: %w\n%s", err, complaint.String())
	}
	return s, nil
}
