package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// tegola, at an exact version, as pg_featureserv.
const (
	tegolaModule  = "github.com/go-spatial/tegola"
	tegolaVersion = "v0.21.2"
)

// tegola gives the program, built on first use beside ours. Without cgo it lacks
// GeoPackage, which is not asked for.
func (b *bench) tegola(ctx context.Context) (program string, err error) {
	program, err = filepath.Abs(filepath.Join(filepath.Dir(b.binary), "tegola-"+tegolaVersion))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	progress("building tegola %s", tegolaVersion)
	dir, err := os.MkdirTemp(b.dir, "tegola-")
	if err != nil {
		return "", err
	}
	mod := fmt.Sprintf("module peer\n\ngo 1.26\n\nrequire %s %s\n", tegolaModule, tegolaVersion)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o644); err != nil {
		return "", err
	}
	build := exec.CommandContext(ctx, "go", "build", "-mod=mod", "-o", program, tegolaModule+"/cmd/tegola")
	build.Dir = dir
	build.Env = append(build.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("tegola %s cannot be built, which needs the module proxy once: %w\n%s", tegolaVersion, err, out)
	}
	return program, nil
}

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
	program, err := b.tegola(ctx)
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
	for deadline := time.Now().Add(startWithin); ; time.Sleep(50 * time.Millisecond) {
		if _, _, _, err = download(ctx, s.url+"/capabilities"); err == nil {
			return s, nil
		}
		if time.Now().After(deadline) {
			s.stop()
			return nil, fmt.Errorf("tegola does not answer: %w\n%s", err, complaint.String())
		}
	}
}
