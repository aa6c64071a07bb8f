package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// exporter sends all poles as GeoJSON somehow, and how fast it did.
type exporter struct {
	name string
	run  func() (bytes int64, took time.Duration, err error)

	megabytes, poles []float64 // per second
	peakB            int64
}

// featuresAtMost is how many poles pg_featureserv is asked for at once.
const featuresAtMost = 1_000_000

// measureExport reads all poles as GeoJSON over HTTP, ours and pg_featureserv's,
// and lets ogr2ogr write them to a file. Ours come from the guarded view, as the
// program sends them; the peers read the plain table.
func measureExport(ctx context.Context, b *bench) ([]figure, error) {
	dsn, err := b.full(ctx)
	if err != nil {
		return nil, err
	}
	s, err := b.serve(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	peer, err := b.serveFeatures(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer peer.stop()

	var first []time.Duration
	ours := &exporter{name: "Hạ Tầng Số", run: func() (int64, time.Duration, error) {
		bytes, firstByte, took, err := download(ctx, s.url+"/api/v1/export/poles.geojson")
		first = append(first, firstByte)
		return bytes, took, err
	}}
	ogr, err := b.ogrExporter(ctx, dsn)
	if err != nil {
		return nil, err
	}
	features := &exporter{name: "pg_featureserv", run: func() (int64, time.Duration, error) {
		bytes, _, took, err := download(ctx, fmt.Sprintf("%s%s?limit=%d", peer.url, featuresPath, b.size.poles))
		return bytes, took, err
	}}
	exporters := []*exporter{ours, ogr, features}
	if b.size.poles > featuresAtMost {
		progress("pg_featureserv is left out: it holds in memory what it sends")
		exporters = exporters[:2]
	}
	for range b.runs + 1 {
		for _, e := range exporters {
			bytes, took, err := e.run()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", e.name, err)
			}
			e.megabytes = append(e.megabytes, float64(bytes)/1e6/took.Seconds())
			e.poles = append(e.poles, float64(b.size.poles)/took.Seconds())
		}
	}
	// the first run warms caches, of all
	first = first[1:]
	for _, e := range exporters {
		e.megabytes, e.poles = e.megabytes[1:], e.poles[1:]
	}
	if ours.peakB, err = s.peak(); err != nil {
		return nil, err
	}
	if features.peakB, err = peer.peak(); err != nil {
		return nil, err
	}

	var figures []figure
	var peaks []string
	what := "Export of " + thousands(b.size.poles) + " poles as GeoJSON"
	for _, peer := range exporters[1:] {
		figures = append(figures,
			figure{what, ours.pace(), peer.name + " " + peer.pace(), fmt.Sprintf("%.1f×", ratios(ours.megabytes, peer.megabytes)), "≥ 10×"},
			figure{"… in poles", ours.polesPace(), peer.name + " " + peer.polesPace(), fmt.Sprintf("%.1f×", ratios(ours.poles, peer.poles)), ""})
		what, peaks = "…", append(peaks, peer.name+" "+megabytes(peer.peakB))
	}
	return append(figures,
		figure{"… first byte", milliseconds(median(first)), "", "", "≤ 50 ms"},
		figure{"… peak memory of the server", megabytes(ours.peakB), strings.Join(peaks, ", "), "", "≤ 64 MB"}), nil
}

// ogrExporter writes the plain table to a file, by ogr2ogr.
func (b *bench) ogrExporter(ctx context.Context, dsn string) (*exporter, error) {
	from, err := keywords(dsn)
	if err != nil {
		return nil, err
	}
	e := &exporter{name: "ogr2ogr"}
	e.run = func() (int64, time.Duration, error) {
		file := filepath.Join(b.dir, "poles-by-ogr2ogr.geojson")
		defer os.Remove(file)
		done, err := command(ctx, nil, "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=7", file, "PG:"+from, plainPole)
		if err != nil {
			return 0, 0, err
		}
		e.peakB = max(e.peakB, done.peakB)
		info, err := os.Stat(file)
		if err != nil {
			return 0, 0, err
		}
		return info.Size(), done.took, nil
	}
	return e, nil
}

func (e *exporter) pace() string { return fmt.Sprintf("%.1f MB/s", median(e.megabytes)) }

func (e *exporter) polesPace() string { return thousands(int(median(e.poles))) + "/s" }

// download reads an address to its end and keeps nothing.
func download(ctx context.Context, url string) (bytes int64, firstByte, took time.Duration, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0, 0, 0, err
	}
	request.Header.Set("Accept-Encoding", "identity")
	start := time.Now()
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, 0, 0, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return 0, 0, 0, fmt.Errorf("%s: %s", url, response.Status)
	}
	one := make([]byte, 1)
	if _, err := io.ReadFull(response.Body, one); err != nil {
		return 0, 0, 0, err
	}
	firstByte = time.Since(start)
	n, err := drain(response.Body)
	return n + 1, firstByte, time.Since(start), err
}

// drain reads to the end, in large pieces, and keeps nothing.
func drain(r io.Reader) (int64, error) {
	return io.CopyBuffer(struct{ io.Writer }{io.Discard}, r, make([]byte, 256<<10))
}
