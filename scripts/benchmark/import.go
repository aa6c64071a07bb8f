package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/hatangso/hatangso/internal/registry"
)

// imported is a format that poles are loaded from, and what its loads took.
type imported struct {
	name, extension string
	write           func(*province, io.Writer) error
	gdal            []string // how ogr2ogr is told what the file says
	goal            string

	ours, peers, bare   []float64 // seconds
	stored, indexed     []float64 // seconds
	oursPeak, peersPeak int64
}

// measureImport loads the poles into a register that has nothing but
// organizations and communes, and lets ogr2ogr load the same file into a new
// table of the same database. Ours are checked, placed, indexed and logged;
// ogr2ogr's have a spatial index. A bare COPY of the CSV file shows the least a
// table takes, storing the loaded rows once more the least the register's takes: as
// rows come in one by one, and with the indexes made afterwards.
func measureImport(ctx context.Context, b *bench) ([]figure, error) {
	formats := []*imported{
		{name: "CSV", extension: ".csv", write: (*province).writeCSV, goal: "≤ 0.7×",
			gdal: []string{"-a_srs", "EPSG:4326", "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "AUTODETECT_TYPE=YES"}},
		{name: "GeoJSON", extension: ".geojson", write: (*province).writeGeoJSON, goal: "≤ 0.35×"},
	}
	p := generate(b.size)
	file := func(f *imported) string { return filepath.Join(b.dir, "poles"+f.extension) }
	for _, f := range formats {
		if err := p.writeFile(file(f), f.write); err != nil {
			return nil, err
		}
	}
	for range b.runs {
		for _, f := range formats {
			if err := b.importOnce(ctx, p, f, file(f), file(formats[0])); err != nil {
				return nil, err
			}
		}
	}
	var figures []figure
	for _, f := range formats {
		figures = append(figures, f.figures(b.size.poles)...)
	}
	return figures, nil
}

func (b *bench) importOnce(ctx context.Context, p *province, f *imported, file, csv string) error {
	dsn, err := b.filled(ctx, p.ground())
	if err != nil {
		return err
	}
	mine, err := command(ctx, []string{"HATANGSO_LANG=en"}, b.binary, "import", registry.PoleNoun.Path, file, "--database", dsn)
	if err != nil {
		return err
	}
	into, err := keywords(dsn)
	if err != nil {
		return err
	}
	arguments := append([]string{"-f", "PostgreSQL", "PG:" + into, file, "-nln", "ogr_pole", "-lco", "GEOMETRY_NAME=geom"}, f.gdal...)
	peer, err := command(ctx, []string{"PG_USE_COPY=YES"}, "ogr2ogr", arguments...)
	if err != nil {
		return err
	}
	bare, err := bareCopy(ctx, dsn, csv)
	if err != nil {
		return err
	}
	stored, err := storeAgain(ctx, dsn)
	if err != nil {
		return err
	}
	indexed, err := storeThenIndex(ctx, dsn)
	if err != nil {
		return err
	}
	f.stored, f.indexed = append(f.stored, stored.Seconds()), append(f.indexed, indexed.Seconds())
	f.ours, f.peers, f.bare = append(f.ours, mine.took.Seconds()), append(f.peers, peer.took.Seconds()), append(f.bare, bare.Seconds())
	f.oursPeak, f.peersPeak = max(f.oursPeak, mine.peakB), max(f.peersPeak, peer.peakB)
	return b.drop(ctx, dsn)
}

func (f *imported) figures(poles int) []figure {
	rate := func(took []float64) string {
		return fmt.Sprintf("%.2f s, %s/s", median(took), thousands(int(float64(poles)/median(took))))
	}
	times := func(peer []float64) string { return fmt.Sprintf("%.2f× the time", ratios(f.ours, peer)) }
	return []figure{
		{"Import of " + thousands(poles) + " poles from " + f.name, rate(f.ours), "ogr2ogr " + rate(f.peers), times(f.peers), f.goal},
		{"… against no more than a COPY", rate(f.ours), "bare COPY of CSV " + rate(f.bare), times(f.bare), ""},
		{"… rows and indexes alone, once known", rate(f.stored), "ogr2ogr " + rate(f.peers), fmt.Sprintf("%.2f× the time", ratios(f.stored, f.peers)), ""},
		{"… the rows, and then their indexes", rate(f.indexed), "ogr2ogr " + rate(f.peers), fmt.Sprintf("%.2f× the time", ratios(f.indexed, f.peers)), ""},
		{"… peak memory", megabytes(f.oursPeak), "ogr2ogr " + megabytes(f.peersPeak), "", "≤ 128 MB"},
	}
}
