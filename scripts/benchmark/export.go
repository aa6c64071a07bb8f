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

	"github.com/hatangso/hatangso/internal/registry"
)

// measureExport reads all poles as GeoJSON over HTTP, and lets ogr2ogr write the
// same columns of the same view to a file.
func measureExport(ctx context.Context, b *bench) ([]figure, error) {
	dsn, err := b.full(ctx)
	if err != nil {
		return nil, err
	}
	from, err := forGDAL(dsn)
	if err != nil {
		return nil, err
	}
	s, err := b.serve(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	columns := make([]string, len(registry.PoleNoun.Fields))
	for i, f := range registry.PoleNoun.Fields {
		columns[i] = `"` + f.Name + `"`
	}
	sql := "SELECT " + strings.Join(columns, ", ") + " FROM guarded.pole"

	var ours, peers, oursPoles, peersPoles []float64
	var first []time.Duration
	var peerPeak int64
	for range b.runs + 1 {
		bytes, firstByte, took, err := download(ctx, s.url+"/api/v1/export/poles.geojson")
		if err != nil {
			return nil, err
		}
		ours, first = append(ours, float64(bytes)/1e6/took.Seconds()), append(first, firstByte)
		oursPoles = append(oursPoles, float64(b.size.poles)/took.Seconds())

		file := filepath.Join(b.dir, "poles.geojson")
		peer, err := command(ctx, nil, "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=7", file, from, "-sql", sql)
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(file)
		if err != nil {
			return nil, err
		}
		peers, peerPeak = append(peers, float64(info.Size())/1e6/peer.took.Seconds()), max(peerPeak, peer.peakB)
		peersPoles = append(peersPoles, float64(b.size.poles)/peer.took.Seconds())
		if err := os.Remove(file); err != nil {
			return nil, err
		}
	}
	// the first run warms caches, of both
	ours, peers, first, oursPoles, peersPoles = ours[1:], peers[1:], first[1:], oursPoles[1:], peersPoles[1:]
	peak, err := s.peak()
	if err != nil {
		return nil, err
	}
	poles := thousands(b.size.poles)
	perSecond := func(v float64) string { return thousands(int(v)) + "/s" }
	return []figure{
		{"Export of " + poles + " poles as GeoJSON", fmt.Sprintf("%.0f MB/s", median(ours)), fmt.Sprintf("ogr2ogr %.1f MB/s", median(peers)), fmt.Sprintf("%.1f×", ratios(ours, peers)), "≥ 10×"},
		{"… in poles", perSecond(median(oursPoles)), "ogr2ogr " + perSecond(median(peersPoles)), fmt.Sprintf("%.1f×", ratios(oursPoles, peersPoles)), ""},
		{"… first byte", milliseconds(median(first)), "", "", "≤ 50 ms"},
		{"… peak memory of the server", megabytes(peak), "ogr2ogr " + megabytes(peerPeak), "", "≤ 64 MB"},
	}, nil
}

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
	n, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, response.Body, make([]byte, 256<<10))
	return n + 1, firstByte, time.Since(start), err
}
