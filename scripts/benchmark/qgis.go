package main

import (
	"context"
	"fmt"
)

const (
	// qgisPython is the Python that Debian's QGIS comes with, qgisReading what it runs.
	qgisPython, qgisReading = "/usr/bin/python3", "scripts/qgis/reading.py"
	// qgisWhole is how many features the goal is told for.
	qgisWhole = 200_000
	// qgisPaged is how many are read page by page: QGIS takes its time.
	qgisPaged = 5000
)

// measureQGIS reads all poles into QGIS with their attributes, as the layer
// definition with source=flatgeobuf does, and for comparison some by the OGC API.
// The goal is that of 200,000 poles, so that the time of other sizes is also told
// for as many.
func measureQGIS(ctx context.Context, b *bench) ([]figure, error) {
	dsn, err := b.full(ctx)
	if err != nil {
		return nil, err
	}
	s, err := b.serve(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	read := func(args ...string) (count int, perFeature float64, err error) {
		done, err := command(ctx, []string{"XDG_RUNTIME_DIR=" + b.dir, "PYTHONDONTWRITEBYTECODE=1"}, qgisPython, append([]string{qgisReading}, args...)...)
		if err != nil {
			return 0, 0, err
		}
		var took float64
		if _, err := fmt.Sscan(string(done.out), &count, &took); err != nil || count == 0 {
			return 0, 0, fmt.Errorf("QGIS says %q (%w)", done.out, err)
		}
		return count, took / float64(count), nil
	}
	var count int
	var ours, paged, faster []float64
	for range b.runs {
		n, perFile, err := read("ogr", "/vsicurl_streaming/"+s.url+"/api/v1/export/poles.fgb")
		if err != nil {
			return nil, err
		}
		_, perPage, err := read("OAPIF", "pageSize='1000' url='"+s.url+"/ogc' typename='poles'", fmt.Sprint(qgisPaged))
		if err != nil {
			return nil, err
		}
		count, ours, paged, faster = n, append(ours, perFile), append(paged, perPage), append(faster, perPage/perFile)
	}
	return []figure{{
		fmt.Sprintf("%s poles into QGIS, all attributes; 200,000 would take", thousands(count)),
		fmt.Sprintf("%.1f s; %.1f s", median(ours)*float64(count), median(ours)*qgisWhole),
		fmt.Sprintf("by OGC API, of %s: %.1f s", thousands(qgisPaged), median(paged)*qgisWhole),
		fmt.Sprintf("%.1f×", median(faster)), "≤ 20 s",
	}}, nil
}
