package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
)

// keptTiles is how many tiles a server keeps when something is edited.
const keptTiles = 20_000

// seenWithin is how long an edit may take to be seen before it is given up.
const seenWithin = 20 * time.Second

// editTiles edits poles by one process while 8 readers load tiles from a second,
// and looks how long the second sends the old tile, and how many of all it keeps it
// has dropped.
func (b *bench) editTiles(ctx context.Context, dsn string, list []askedTile) ([]figure, error) {
	first, err := b.serve(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer first.stop()
	second, err := b.serve(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer second.stop()
	key, err := exec.CommandContext(ctx, b.binary, "key", "create", "bench", "--database", dsn).Output()
	if err != nil {
		return nil, fmt.Errorf("a key to edit with: %w", err)
	}
	client := keepingClient()
	load := func(i int) error {
		_, err := askTile(ctx, client, list[i%len(list)].ours(second), nil)
		return err
	}
	if err := askAll(len(list), load); err != nil {
		return nil, err
	}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	var read atomic.Int64
	go func() {
		ended <- askAll(1<<30, func(i int) error {
			if reading.Err() != nil {
				return errTimeUp
			}
			read.Add(1)
			return load(i)
		})
	}()
	asking := keepingClient() // not in the readers' queue
	var seen, dropped []float64
	var kept int
	start := time.Now()
	for n := range b.runs {
		before, err := tilesDropped(ctx, asking, second)
		if err != nil {
			return nil, err
		}
		took, err := b.editPole(ctx, asking, dsn, first, second, strings.TrimSpace(string(key)), n)
		if err != nil {
			return nil, err
		}
		after, err := tilesDropped(ctx, asking, second)
		if err != nil {
			return nil, err
		}
		seen, kept = append(seen, took.Seconds()), before.tiles
		dropped = append(dropped, 100*float64(after.dropped-before.dropped)/float64(before.tiles))
	}
	elapsed := time.Since(start)
	stop()
	if err := <-ended; !errors.Is(err, errTimeUp) {
		return nil, err
	}
	return []figure{
		{"An edit is on the tile in a second process, 8 readers loading", fmt.Sprintf("%.3f s, at most %.3f s; %.0f tiles/s read meanwhile", median(seen), slices.Max(seen), float64(read.Load())/elapsed.Seconds()), "", "", "≤ 2 s"},
		{fmt.Sprintf("Share of the %s tiles kept that the edit of a pole drops", thousands(kept)), fmt.Sprintf("%.3f %%, at most %.3f %%", median(dropped), slices.Max(dropped)), "", "", "≤ 0.1 %"},
	}, nil
}

// editPole gives a pole another name by one server, and waits for another tile by
// the other: from when the answer to the edit begins to come.
func (b *bench) editPole(ctx context.Context, client *http.Client, dsn string, write, read *server, key string, n int) (time.Duration, error) {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return 0, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var id int64
	var x, y float64
	if err := conn.QueryRow(ctx, `SELECT id, ST_X(geom), ST_Y(geom) FROM asset_pole ORDER BY hashint8extended(id, $1) LIMIT 1 OFFSET $2`, seed, n).Scan(&id, &x, &y); err != nil {
		return 0, err
	}
	at := askedTile{"poles", addressAt(highestZoom, [2]float64{x, y})}.ours(read)
	old, err := askTile(ctx, client, at, nil)
	if err != nil {
		return 0, err
	}
	pole := fmt.Sprintf("%s/api/v1/poles/%d", write.url, id)
	version, err := askTile(ctx, client, pole, nil)
	if err != nil {
		return 0, err
	}
	body, err := json.Marshal(map[string]any{"name": fmt.Sprintf("Cột đã sửa %d", n)})
	if err != nil {
		return 0, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPatch, pole, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	request.Header.Set("Authorization", "Bearer "+key)
	request.Header.Set("Content-Type", "application/merge-patch+json")
	request.Header.Set("If-Match", version)
	response, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(io.LimitReader(response.Body, 1<<10))
		return 0, fmt.Errorf("the edit: %s: %s", response.Status, text)
	}
	for start := time.Now(); time.Since(start) < seenWithin; time.Sleep(5 * time.Millisecond) {
		now, err := askTile(ctx, client, at, nil)
		if err != nil {
			return 0, err
		}
		if now != old {
			return time.Since(start), nil
		}
	}
	return 0, fmt.Errorf("%s is as it was %s after the edit", at, seenWithin)
}

// tilesKept is what a server says of its tiles.
type tilesKept struct{ tiles, dropped int }

func tilesDropped(ctx context.Context, client *http.Client, s *server) (out tilesKept, err error) {
	err = get(ctx, client, s.url+"/metrics", func(body io.Reader) error {
		text, err := io.ReadAll(body)
		for _, line := range lines(string(text)) {
			name, value, _ := strings.Cut(line, " ")
			n, _ := strconv.ParseFloat(value, 64)
			switch name {
			case "hatangso_tiles_kept":
				out.tiles = int(n)
			case "hatangso_tiles_dropped_total":
				out.dropped = int(n)
			}
		}
		return err
	})
	if err == nil && out.tiles == 0 {
		err = errors.New("the server keeps no tiles, or does not say so")
	}
	return out, err
}
