package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/klauspost/compress/gzip"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/tile"
)

// warmRun is how long a run asks for tiles that are kept.
const warmRun = 3 * time.Second

// pgTileserv says why the peer is missing that the issue names first.
const pgTileserv = "pg_tileserv: unobtainable, the module proxy answers 403 for v1.0.0, v1.0.7 to v1.0.11 and the list"

// measureTiles asks for a list of tiles of a generated province, each of one layer:
// of ours, of tegola and of the database by hand, one after the other in each run,
// 8 connections. What a tile costs is the processor time of the server and all of
// PostgreSQL together; of the SQL by hand, of PostgreSQL alone.
//
// The province has the tenancies of its poles: tiles tell who shares. Ours reads the
// register as it stands, under row security, as the department, and counts below zoom
// 10; it tells how villages are covered, which the others do not: that is worked out for
// a tile of zoom 10 when one in it is first asked for, and told apart.
// tegola reads tables that all has been joined into beforehand, in the projection
// of the tiles, and is as it comes: "tegola" by its own way to make tiles, which
// simplifies, "tegola mvt_postgis" by a query that has PostGIS make them. The SQL
// by hand joins the register's tables, as superuser. Neither thins nor counts.
func measureTiles(ctx context.Context, b *bench) ([]figure, error) {
	province := generate(b.size)
	dsn, err := b.filled(ctx, append(province.batches(), province.tenancyBatch()))
	if err != nil {
		return nil, err
	}
	progress("the province and its tenancies are loaded")
	if err := plainTiles(ctx, dsn); err != nil {
		return nil, err
	}
	low, high, err := listTiles(ctx, dsn, province)
	if err != nil {
		return nil, err
	}
	cold, err := b.coldTiles(ctx, dsn, low, high)
	if err != nil {
		return nil, err
	}
	progress("warm tiles")
	warm, err := b.warmTiles(ctx, dsn, slices.Concat(low, high))
	if err != nil {
		return nil, err
	}
	progress("an edit among %s tiles kept", thousands(keptTiles))
	edited, err := b.editTiles(ctx, dsn, manyTiles(province, keptTiles))
	return slices.Concat(cold, warm, edited), err
}

// maker makes tiles.
type maker struct {
	name string
	get  func(context.Context, askedTile) (bytes int64, err error) // uncompressed
	// forget empties what is kept, nil where nothing is; prepare makes what is kept
	// beside tiles.
	forget  func(context.Context) error
	prepare func(context.Context, []askedTile) error
	processes
}

// cost is what a list of tiles took of one maker, run by run.
type cost struct {
	perTile    []float64 // milliseconds of processor time
	inDatabase []float64 // of it, PostgreSQL's
	prepared   []float64 // milliseconds in all, before the first tile
	each       []time.Duration
	bytes      []int64
	byLayer    map[string]time.Duration // processor time of all runs
}

// run makes each tile once, over all connections, layer by layer.
func (c *cost) run(ctx context.Context, m *maker, list []askedTile) error {
	if m.forget != nil {
		if err := m.forget(ctx); err != nil {
			return err
		}
	}
	if m.prepare != nil {
		took, err := m.spends(func() error { return m.prepare(ctx, list) })
		if err != nil {
			return err
		}
		c.prepared = append(c.prepared, perOne(took.sum(), 1))
	}
	if c.byLayer == nil {
		c.byLayer = map[string]time.Duration{}
	}
	var all spent
	for _, l := range tileLayers {
		part := slices.DeleteFunc(slices.Clone(list), func(t askedTile) bool { return t.layer != l.name })
		waited, bytes := make([]time.Duration, len(part)), make([]int64, len(part))
		took, err := m.spends(func() error {
			return askAll(len(part), func(i int) (err error) {
				start := time.Now()
				bytes[i], err = m.get(ctx, part[i])
				waited[i] = time.Since(start)
				return err
			})
		})
		if err != nil {
			return err
		}
		all.server, all.database = all.server+took.server, all.database+took.database
		c.byLayer[l.name] += took.sum()
		c.each, c.bytes = append(c.each, waited...), append(c.bytes, bytes...)
	}
	c.perTile, c.inDatabase = append(c.perTile, perOne(all.sum(), len(list))), append(c.inDatabase, perOne(all.database, len(list)))
	return nil
}

func (c *cost) String() string {
	var all int64
	for _, n := range c.bytes {
		all += n
	}
	return fmt.Sprintf("%.0f tiles/CPU-s (%.2f ms), p99 %s, largest %.0f kB, %.1f kB each", 1e3/median(c.perTile), median(c.perTile),
		milliseconds(quantile(c.each, 0.99)), float64(slices.Max(c.bytes))/1e3, float64(all)/1e3/float64(len(c.bytes)))
}

// quantile gives the value that a share of values does not exceed.
func quantile(values []time.Duration, share float64) time.Duration {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}

// askAll does something n times, over all connections.
func askAll(n int, do func(i int) error) error {
	var next atomic.Int64
	var wait sync.WaitGroup
	failed := make([]error, pageConnections)
	for c := range pageConnections {
		wait.Go(func() {
			for failed[c] == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				failed[c] = do(i)
			}
		})
	}
	wait.Wait()
	return errors.Join(failed...)
}

// askTile asks a server for a tile as browsers do, and gives its ETag.
func askTile(ctx context.Context, client *http.Client, url string, read func(io.Reader) error) (etag string, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("Accept-Encoding", "gzip")
	response, err := client.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", url, response.Status)
	}
	var body io.Reader = response.Body
	if read == nil {
		_, err = drain(body)
		return response.Header.Get("ETag"), err
	}
	if response.Header.Get("Content-Encoding") == "gzip" {
		if body, err = gzip.NewReader(body); err != nil {
			return "", err
		}
	}
	return response.Header.Get("ETag"), read(body)
}

func (t askedTile) ours(s *server) string {
	return fmt.Sprintf("%s/tiles/%s/%s.mvt", s.url, t.layer, t.Address)
}

func (t askedTile) tegolas(s *server) string {
	return fmt.Sprintf("%s/maps/province/%s/%s.pbf", s.url, t.layer, t.Address)
}

// coldTiles makes every tile anew, in each run.
func (b *bench) coldTiles(ctx context.Context, dsn string, low, high []askedTile) (figures []figure, err error) {
	postmaster, err := b.postmaster(ctx)
	if err != nil {
		return nil, err
	}
	s, err := b.serve(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	pool, err := pgxpool.New(ctx, dsn+fmt.Sprintf("&pool_max_conns=%d", pageConnections))
	if err != nil {
		return nil, err
	}
	defer pool.Close()
	client := keepingClient()
	over := func(url func(askedTile) string) func(context.Context, askedTile) (int64, error) {
		return func(ctx context.Context, t askedTile) (n int64, err error) {
			_, err = askTile(ctx, client, url(t), func(body io.Reader) (err error) {
				n, err = drain(body)
				return err
			})
			return n, err
		}
	}
	ours := over(func(t askedTile) string { return t.ours(s) })
	makers := []*maker{{name: "ours", get: ours, forget: func(ctx context.Context) error { return forgetTiles(ctx, pool) },
		prepare: func(ctx context.Context, list []askedTile) error {
			regions := coveredRegions(list)
			return askAll(len(regions), func(i int) error {
				_, err := ours(ctx, regions[i])
				return err
			})
		}, processes: processes{s.cmd.Process.Pid, postmaster}}}
	for _, way := range []tegolaWay{itsOwn, byPostGIS} {
		peer, err := b.serveTiles(ctx, dsn, way, "")
		if err != nil {
			return nil, err
		}
		defer peer.stop()
		makers = append(makers, &maker{name: way.about, get: over(func(t askedTile) string { return t.tegolas(peer) }), processes: processes{peer.cmd.Process.Pid, postmaster}})
	}
	byHand := map[string]string{}
	for _, l := range tileLayers {
		byHand[l.name] = l.raw()
	}
	makers = append(makers, &maker{name: "SQL by hand", get: func(ctx context.Context, t askedTile) (int64, error) {
		var mvt []byte
		err := pool.QueryRow(ctx, byHand[t.layer], t.Z, t.X, t.Y).Scan(&mvt)
		return int64(len(mvt)), err
	}, processes: processes{postmaster: postmaster}})

	for _, group := range []struct {
		about string
		list  []askedTile
		goals [4]string
	}{
		{fmt.Sprintf("z%d–%d", lastLowZoom+1, highestZoom), high, [4]string{"", "≥ 2×", "", "≤ 1.15× the time"}},
		{fmt.Sprintf("z%d–%d", lowestZoom, lastLowZoom), low, [4]string{"", "≥ 10×; ours p99 ≤ 300 ms, ≤ 500 kB", "", ""}},
	} {
		costs := make([]cost, len(makers))
		for run := range b.runs + 1 {
			for i, m := range makers {
				if run == 0 { // connections, plans and pages are there afterwards
					err = (&cost{}).run(ctx, m, group.list)
				} else {
					err = costs[i].run(ctx, m, group.list)
				}
				if err != nil {
					return nil, fmt.Errorf("%s: %w", m.name, err)
				}
			}
		}
		ours := &costs[0]
		for i := 1; i < len(makers); i++ {
			ratio := fmt.Sprintf("%.1f×", ratios(costs[i].perTile, ours.perTile))
			if makers[i].name == "SQL by hand" {
				ratio = fmt.Sprintf("%.2f× its time", ratios(ours.perTile, costs[i].perTile))
			}
			figures = append(figures, figure{fmt.Sprintf("%d tiles %s, cold, %d connections", len(group.list), group.about, pageConnections),
				ours.String(), makers[i].name + " " + costs[i].String(), ratio, group.goals[i]})
		}
		progress("cold tiles %s: ours %s", group.about, ours)
		byHand := &costs[len(makers)-1]
		figures = append(figures, figure{"– of which PostgreSQL's", fmt.Sprintf("%.2f ms", median(ours.inDatabase)), fmt.Sprintf("SQL by hand %.2f ms", median(byHand.inDatabase)),
			fmt.Sprintf("%.2f× its time", ratios(ours.inDatabase, byHand.inDatabase)), ""})
		figures = append(figures, byLayer(group.list, ours, byHand)...)
		if regions := len(coveredRegions(group.list)); regions > 0 {
			figures = append(figures, figure{fmt.Sprintf("– before them the coverage of villages in %d tiles of zoom %d", regions, postgres.RecordZoom), fmt.Sprintf("%.0f ms in all", median(ours.prepared)), "", "", ""})
		}
	}
	return append(figures, figure{"Tiles, cold", "", pgTileserv, "", "≥ 2×, ≥ 10×"}), nil
}

// byLayer tells what tiles of each layer cost beside the same by hand: what there is to mend.
func byLayer(list []askedTile, ours, byHand *cost) (figures []figure) {
	for _, l := range tileLayers {
		tiles := 0
		for _, t := range list {
			if t.layer == l.name {
				tiles++
			}
		}
		if tiles == 0 {
			continue
		}
		each := func(c *cost) float64 { return perOne(c.byLayer[l.name], tiles*len(c.perTile)) }
		figures = append(figures, figure{"– of which " + l.name, fmt.Sprintf("%.2f ms", each(ours)), fmt.Sprintf("SQL by hand %.2f ms", each(byHand)),
			fmt.Sprintf("%.2f× its time", each(ours)/each(byHand)), ""})
	}
	return figures
}

// coveredRegions gives the tiles, of the first zoom that shows records, for which coverage
// is worked out before the tiles of villages in a list are made.
func coveredRegions(list []askedTile) (regions []askedTile) {
	for _, t := range list {
		if t.layer != "villages" || t.Z <= postgres.RecordZoom {
			continue
		}
		up := t.Z - postgres.RecordZoom
		t.Address = tile.Address{Z: postgres.RecordZoom, X: t.X >> up, Y: t.Y >> up}
		if !slices.Contains(regions, t) {
			regions = append(regions, t)
		}
	}
	return regions
}

// forgetTiles has all servers of a register forget the tiles they keep.
func forgetTiles(ctx context.Context, pool *pgxpool.Pool) error {
	if _, err := pool.Exec(ctx, `SELECT pg_notify('hatangso_tiles', '* *')`); err != nil {
		return err
	}
	time.Sleep(200 * time.Millisecond) // they are told at once
	return nil
}

// postmaster gives the process all of the cluster's are children of.
func (d *databases) postmaster(ctx context.Context) (pid int, err error) {
	conn, err := pgx.Connect(ctx, d.cluster.DSN("postgres"))
	if err != nil {
		return 0, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var text string
	if err := conn.QueryRow(ctx, `SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1)`).Scan(&text); err != nil {
		return 0, err
	}
	_, err = fmt.Sscan(text, &pid)
	return pid, err
}

// warmTiles asks for tiles that are kept: ours in memory, tegola's in files.
func (b *bench) warmTiles(ctx context.Context, dsn string, list []askedTile) ([]figure, error) {
	s, err := b.serve(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	peer, err := b.serveTiles(ctx, dsn, byPostGIS, filepath.Join(b.dir, "tegola-cache"))
	if err != nil {
		return nil, err
	}
	defer peer.stop()
	type side struct {
		*server
		paths                []string
		perSecond, processor []float64 // tiles, and milliseconds of the server's a tile
		each                 []time.Duration
	}
	ours, peers := &side{server: s}, &side{server: peer}
	for _, t := range list {
		ours.paths = append(ours.paths, strings.TrimPrefix(t.ours(s), s.url))
		peers.paths = append(peers.paths, strings.TrimPrefix(t.tegolas(peer), peer.url))
	}
	client := keepingClient()
	for _, side := range []*side{ours, peers} { // which keeps them
		if err := askAll(len(list), func(i int) error {
			_, err := askTile(ctx, client, side.url+side.paths[i], nil)
			return err
		}); err != nil {
			return nil, err
		}
	}
	for range b.runs {
		for _, side := range []*side{ours, peers} {
			before, err := processorTime(side.cmd.Process.Pid)
			if err != nil {
				return nil, err
			}
			each, err := askFor(ctx, side.server, side.paths, pageConnections, warmRun)
			if err != nil {
				return nil, err
			}
			after, err := processorTime(side.cmd.Process.Pid)
			if err != nil {
				return nil, err
			}
			side.perSecond = append(side.perSecond, float64(len(each))/warmRun.Seconds())
			side.processor = append(side.processor, perOne(after-before, len(each)))
			side.each = append(side.each, each...)
		}
	}
	say := func(s *side) string {
		return fmt.Sprintf("%.0f tiles/CPU-s (%.3f ms), %.0f/s, p99 %s", 1e3/median(s.processor), median(s.processor), median(s.perSecond), milliseconds(quantile(s.each, 0.99)))
	}
	return []figure{
		{fmt.Sprintf("The same %d tiles, warm, %d connections", len(list), pageConnections), say(ours), "tegola's file cache " + say(peers),
			fmt.Sprintf("%.1f×", ratios(peers.processor, ours.processor)), "≥ 1.2×; p99 ≤ 10 ms"},
		{"… a second, with who asks on the same machine", "", "", fmt.Sprintf("%.1f×", ratios(ours.perSecond, peers.perSecond)), ""},
	}, nil
}

var errTimeUp = errors.New("the time is up")
