package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
)

const (
	// pageLimit is how many poles a page has.
	pageLimit = 1000
	// pageConnections are kept alive and ask at the same time.
	pageConnections = 8
	// pageBoxes is how many boxes are asked for in turn.
	pageBoxes = 64
	// pageTurns are how often in a run each server is asked, for pageTurn each time: what
	// else the machine does, or its host withholds, falls on both.
	pageTurns = 8
	pageTurn  = 500 * time.Millisecond
)

// measurePage asks for pages of poles in boxes. Ours is the list,
// /api/v1/poles, whose records have GeoJSON geometries: it is what takes a limit
// and what the map asks; the GeoJSON export has no pages. Ours come in order of
// id, for the cursor of the next page; pg_featureserv's in any.
func measurePage(ctx context.Context, b *bench) ([]figure, error) {
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
	boxes, err := boxesOfPoles(ctx, dsn)
	if err != nil {
		return nil, err
	}
	postmaster, err := b.postmaster(ctx)
	if err != nil {
		return nil, err
	}
	client := keepingClient()
	for i, box := range boxes {
		boxes[i] = "bbox=" + box
	}
	ours, err := newPages(ctx, client, processes{s.cmd.Process.Pid, postmaster}, s.url+"/api/v1/poles", boxes)
	if err != nil {
		return nil, err
	}
	peers, err := newPages(ctx, client, processes{peer.cmd.Process.Pid, postmaster}, peer.url+featuresPath, boxes)
	if err != nil {
		return nil, err
	}
	f, err := b.comparePages(ctx, client, fmt.Sprintf("Page of %s poles in a box", thousands(pageLimit)), ours, peers)
	return []figure{f}, err
}

// comparePages asks ours and pg_featureserv for pages, in short turns. They are
// compared by the processor time that a page takes the server and all of PostgreSQL
// together, as tiles are, and by how many there are a second, of which the client, and
// whoever else uses the machine, take their part.
func (b *bench) comparePages(ctx context.Context, client *http.Client, about string, ours, peers *pages) (figure, error) {
	for range b.runs {
		for range pageTurns {
			for _, p := range []*pages{ours, peers} {
				if err := p.ask(ctx, client); err != nil {
					return figure{}, err
				}
			}
		}
		ours.endRun()
		peers.endRun()
	}
	return figure{
		fmt.Sprintf("%s, %d connections", about, pageConnections), ours.String(), "pg_featureserv " + peers.String(),
		fmt.Sprintf("%.1f× by processor time, %.1f× by the clock", ratios(peers.each, ours.each), ratios(ours.perSecond, peers.perSecond)), "≥ 8×",
	}, nil
}

// keepingClient keeps a connection for each that asks at once, and takes what is
// sent as it is.
func keepingClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxConnsPerHost: pageConnections, MaxIdleConnsPerHost: pageConnections, DisableCompression: true}}
}

// boxesOfPoles gives boxes about poles that chance took, as a bbox says them.
// Each holds more than a page: all that are as near as the farthest of a page
// are in it.
func boxesOfPoles(ctx context.Context, dsn string) ([]string, error) {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	rows, err := conn.Query(ctx, `
		SELECT ST_X(centre), ST_Y(centre), ST_Distance(centre, far)
		FROM (SELECT geometry AS centre FROM `+plainPole+` ORDER BY hashint8extended(id, $1) LIMIT $2) AS centres,
			LATERAL (SELECT geometry AS far FROM `+plainPole+` ORDER BY geometry <-> centre LIMIT 1 OFFSET $3) AS edge`,
		seed, pageBoxes, pageLimit)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (string, error) {
		var x, y, d float64
		err := row.Scan(&x, &y, &d)
		d += 1e-6 // for the digits cut off
		return fmt.Sprintf("%.7f,%.7f,%.7f,%.7f", x-d, y-d, x+d, y+d), err
	})
}

// pages are what one server has by some filters, and how fast it gave them.
type pages struct {
	urls      []string
	by        processes
	bytes     int64 // of a page, on average
	perSecond []float64
	// each are the milliseconds of processor time that a page took, run by run, and
	// inDatabase, of these, PostgreSQL's.
	each, inDatabase []float64
	run              struct { // so far
		pages int
		clock time.Duration
		spent
	}
}

// newPages looks once at every page, which a query asks for: that each is full, and
// how long it is.
func newPages(ctx context.Context, client *http.Client, by processes, base string, queries []string) (*pages, error) {
	p := &pages{by: by}
	for _, query := range queries {
		url := fmt.Sprintf("%s?%s&limit=%d", base, query, pageLimit)
		var text []byte
		err := get(ctx, client, url, func(body io.Reader) (err error) {
			text, err = io.ReadAll(body)
			return err
		})
		if err != nil {
			return nil, err
		}
		var page struct{ Items, Features []json.RawMessage }
		if err := json.Unmarshal(text, &page); err != nil {
			return nil, fmt.Errorf("%s: %w", url, err)
		}
		if n := len(page.Items) + len(page.Features); n != pageLimit {
			return nil, fmt.Errorf("%s gives %d poles, not %d", url, n, pageLimit)
		}
		p.urls, p.bytes = append(p.urls, url), p.bytes+int64(len(text))
	}
	p.bytes /= int64(len(p.urls))
	return p, nil
}

// ask asks over all connections for one turn of a run.
func (p *pages) ask(ctx context.Context, client *http.Client) error {
	var got atomic.Int64
	took, err := p.by.spends(func() error {
		start := time.Now()
		defer func() { p.run.clock += time.Since(start) }()
		var wait sync.WaitGroup
		failed := make([]error, pageConnections)
		for c := range failed {
			wait.Go(func() {
				for failed[c] == nil && time.Since(start) < pageTurn {
					failed[c] = get(ctx, client, p.urls[(p.run.pages+int(got.Add(1)))%len(p.urls)], func(body io.Reader) error {
						_, err := drain(body)
						return err
					})
				}
			})
		}
		wait.Wait()
		return errors.Join(failed...)
	})
	p.run.pages += int(got.Load())
	p.run.server, p.run.database = p.run.server+took.server, p.run.database+took.database
	return err
}

// endRun takes down what a run came to.
func (p *pages) endRun() {
	p.perSecond = append(p.perSecond, float64(p.run.pages)/p.run.clock.Seconds())
	p.each, p.inDatabase = append(p.each, perOne(p.run.sum(), p.run.pages)), append(p.inDatabase, perOne(p.run.database, p.run.pages))
	p.run.pages, p.run.clock, p.run.spent = 0, 0, spent{}
}

// String implements fmt.Stringer.
func (p *pages) String() string {
	return fmt.Sprintf("%.1f ms of processor time, %.1f of them PostgreSQL's; %.0f/s of %.0f kB",
		median(p.each), median(p.inDatabase), median(p.perSecond), float64(p.bytes)/1e3)
}

// get reads what an address answers.
func get(ctx context.Context, client *http.Client, url string, read func(io.Reader) error) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", url, response.Status)
	}
	return read(response.Body)
}
