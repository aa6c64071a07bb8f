package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/hatangso/hatangso/internal/registry"
)

// measureImport loads the poles from CSV into a register that has nothing but
// organizations and communes, and lets ogr2ogr load the same file into a new
// table of the same database. Ours are checked, placed, indexed and logged;
// ogr2ogr's have a spatial index.
func measureImport(ctx context.Context, b *bench) ([]figure, error) {
	p := generate(b.size)
	file := filepath.Join(b.dir, "poles.csv")
	if err := p.writePoles(file); err != nil {
		return nil, err
	}
	var ours, peers []float64
	var peak, peerPeak int64
	for range b.runs {
		dsn, err := b.filled(ctx, p.ground())
		if err != nil {
			return nil, err
		}
		mine, err := command(ctx, []string{"HATANGSO_LANG=en"}, b.binary, "import", registry.PoleNoun.Path, file, "--database", dsn)
		if err != nil {
			return nil, err
		}
		into, err := forGDAL(dsn)
		if err != nil {
			return nil, err
		}
		peer, err := command(ctx, []string{"PG_USE_COPY=YES"}, "ogr2ogr", "-f", "PostgreSQL", into, file, "-nln", "ogr_pole",
			"-a_srs", "EPSG:4326", "-lco", "GEOMETRY_NAME=geom", "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "AUTODETECT_TYPE=YES")
		if err != nil {
			return nil, err
		}
		ours, peers = append(ours, mine.took.Seconds()), append(peers, peer.took.Seconds())
		peak, peerPeak = max(peak, mine.peakB), max(peerPeak, peer.peakB)
	}
	rate := func(took float64) string {
		return fmt.Sprintf("%.2f s, %s/s", took, thousands(int(float64(b.size.poles)/took)))
	}
	return []figure{
		{"Import of " + thousands(b.size.poles) + " poles from CSV", rate(median(ours)), "ogr2ogr " + rate(median(peers)), fmt.Sprintf("%.2f× the time", ratios(ours, peers)), "≤ 0.7×"},
		{"… peak memory", megabytes(peak), "ogr2ogr " + megabytes(peerPeak), "", "≤ 128 MB"},
	}, nil
}
