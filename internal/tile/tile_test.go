package tile_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/tile"
)

// made gives a load that makes a tile saying which it is.
func made(etag string) func(context.Context) (tile.Tile, error) {
	return func(context.Context) (tile.Tile, error) { return tile.Tile{Gzipped: []byte(etag), ETag: etag}, nil }
}

// key is that of a tile of layer poles, seen exactly.
func key(z, x, y int) tile.Key {
	return tile.Key{Layer: "poles", Address: tile.Address{Z: uint8(z), X: uint32(x), Y: uint32(y)}, Sight: tile.Exactly}
}

// at is a change of layer poles at a place.
func at(s tile.Sight, lon, lat float64) tile.Change {
	p := orb.Point{lon, lat}
	return tile.Change{Layer: "poles", Places: []tile.Place{{Sight: s, Bound: orb.Bound{Min: p, Max: p}}}}
}

// get asks a cache for a tile and says whether it was kept.
func get(t *testing.T, c *tile.Cache, k tile.Key) (kept bool) {
	t.Helper()
	kept = true
	_, err := c.Get(t.Context(), k, func(ctx context.Context) (tile.Tile, error) {
		kept = false
		return made(k.Address.String())(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func TestParseAddress(t *testing.T) {
	t.Parallel()
	a, err := tile.ParseAddress("14", "13150", "7597")
	if err != nil || a.String() != "14/13150/7597" {
		t.Fatal(a, err)
	}
	b := a.Bound() // worked out by hand from the formulas of 17-083r4
	for i, want := range []float64{108.9404296875, 12.940322128, 108.96240234375, 12.961735844} {
		got := [4]float64{b.Min[0], b.Min[1], b.Max[0], b.Max[1]}[i]
		if diff := got - want; diff > 1e-6 || diff < -1e-6 {
			t.Errorf("edge %d at %v, want %v", i, got, want)
		}
	}
	for _, wrong := range [][3]string{{"23", "0", "0"}, {"1", "2", "0"}, {"1", "0", "2"}, {"-1", "0", "0"}, {"1", "", "0"}, {"1", "0", "0.5"}, {"9", "99999999999", "0"}} {
		if a, err := tile.ParseAddress(wrong[0], wrong[1], wrong[2]); err == nil {
			t.Errorf("%v gives %s", wrong, a)
		}
	}
}

func TestParseChange(t *testing.T) {
	t.Parallel()
	c, err := tile.ParseChange("poles e105.1,20.3,105.2,20.4;g-1,2,3e0,4")
	if err != nil || c.Layer != "poles" || len(c.Places) != 2 || c.Places[0].Sight != tile.Exactly || c.Places[1].Sight != tile.OnGrid ||
		c.Places[0].Bound != (orb.Bound{Min: orb.Point{105.1, 20.3}, Max: orb.Point{105.2, 20.4}}) {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err := tile.ParseChange("* *"); err != nil || c.Layer != "" || c.Places != nil {
		t.Errorf("%+v, %v", c, err)
	}
	for _, wrong := range []string{"", "poles", "poles ", " *", "poles 1,2,3,4", "poles e1,2,3", "poles e1,2,3,x", "poles e1,2,3,4;"} {
		if c, err := tile.ParseChange(wrong); err == nil {
			t.Errorf("%q gives %+v", wrong, c)
		}
	}
}

// A change drops the tiles its places show in, at every zoom, also from the
// buffer beside them, for those who see them so, and no others.
func TestDrop(t *testing.T) {
	t.Parallel()
	const lon, lat = 108.9404297, 12.95 // a hair east of the western edge of 14/13150/7597
	onGrid := key(14, 13150, 7597)
	onGrid.Sight = tile.OnGrid
	other := key(14, 13150, 7597)
	other.Layer = "sites"
	cases := []struct {
		key  tile.Key
		kept bool
	}{
		{key(0, 0, 0), false}, {key(14, 13150, 7597), false}, {key(22, 13150<<8, 7597<<8), false},
		{key(14, 13149, 7597), false}, // in its buffer
		{key(14, 13151, 7597), true}, {key(14, 13150, 7596), true}, {key(10, 821, 475), true}, {key(10, 821, 474), false},
		{onGrid, true}, {other, true},
	}
	var rows []int
	for y := 7597 << 8; y < 7598<<8; y++ { // which row of zoom 22 holds it
		b := key(22, 13150<<8, y).Address.Bound()
		if b.Contains(orb.Point{lon, lat}) {
			rows = append(rows, y)
		}
	}
	if len(rows) != 1 {
		t.Fatal(rows)
	}
	cases[2].key = key(22, 13150<<8, rows[0])
	for name, change := range map[string]tile.Change{
		"a place": at(tile.Exactly, lon, lat),
		// so many that what is kept is looked through instead
		"many places": func() tile.Change {
			c := at(tile.Exactly, lon, lat)
			for range 40 {
				c.Places = append(c.Places, c.Places[0])
			}
			return c
		}(),
	} {
		c := tile.NewCache(1 << 20)
		c.Resume()
		for _, k := range cases {
			get(t, c, k.key)
		}
		c.Drop(change)
		for _, k := range cases {
			if kept := get(t, c, k.key); kept != k.kept {
				t.Errorf("%s: tile %s %v of %s: kept is %t", name, k.key.Layer, k.key.Sight, k.key.Address, kept)
			}
		}
		c.Drop(tile.Change{Layer: "sites"})
		if get(t, c, other) || !get(t, c, onGrid) {
			t.Errorf("%s: a layer dropped is not that layer", name)
		}
	}
}

// Whatever box changes, exactly the tiles are dropped whose own box with the
// buffer it meets.
func TestDropIsExact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	c := tile.NewCache(1 << 30)
	c.Resume()
	var keys []tile.Key
	for z := 5; z <= 14; z++ {
		for range 60 {
			side := 1 << z
			keys = append(keys, key(z, side*3/4+r.IntN(1+side/64), side/2-r.IntN(1+side/64)))
		}
	}
	for range 300 {
		for _, k := range keys {
			get(t, c, k)
		}
		a := keys[r.IntN(len(keys))].Address.Bound().Center()
		w, h := r.ExpFloat64()*0.01, r.ExpFloat64()*0.01
		box := orb.Bound{Min: a, Max: orb.Point{a[0] + w, a[1] + h}}
		c.Drop(tile.Change{Layer: "poles", Places: []tile.Place{{Sight: tile.Exactly, Bound: box}}})
		held := map[tile.Key]bool{}
		for _, k := range c.Keys() {
			held[k] = true
		}
		for _, k := range keys {
			b := k.Address.Bound()
			mx, my := (b.Max[0]-b.Min[0])*tile.Buffer/tile.Extent, (b.Max[1]-b.Min[1])*tile.Buffer/tile.Extent
			reaches := func(more float64) bool {
				return orb.Bound{Min: orb.Point{b.Min[0] - more*mx, b.Min[1] - more*my}, Max: orb.Point{b.Max[0] + more*mx, b.Max[1] + more*my}}.Intersects(box)
			}
			if reaches(1) && held[k] {
				t.Fatalf("%s is kept, and %v shows in it", k.Address, box)
			}
			if !reaches(1.1) && !held[k] {
				t.Fatalf("%s is dropped for %v", k.Address, box)
			}
		}
	}
}

// What was being made when a change came is given to who waits, and not kept; who
// asks after the change is not given it.
func TestDropWhileMaking(t *testing.T) {
	t.Parallel()
	c := tile.NewCache(1 << 20)
	c.Resume()
	k := key(14, 13150, 7597)
	begun, go_ := make(chan struct{}), make(chan struct{})
	early := make(chan string)
	go func() {
		got, _ := c.Get(context.Background(), k, func(ctx context.Context) (tile.Tile, error) {
			close(begun)
			<-go_
			return made("early")(ctx)
		})
		early <- got.ETag
	}()
	<-begun
	c.Drop(at(tile.Exactly, 108.95, 12.95))
	if got, err := c.Get(t.Context(), k, made("late")); err != nil || got.ETag != "late" {
		t.Fatal(got, err)
	}
	close(go_)
	if got := <-early; got != "early" {
		t.Errorf("who asked first gets %q", got)
	}
	if got, _ := c.Get(t.Context(), k, made("again")); got.ETag != "late" {
		t.Errorf("%q is kept", got.ETag)
	}
}

// Nothing is kept while nobody tells of changes.
func TestSuspend(t *testing.T) {
	t.Parallel()
	c := tile.NewCache(1 << 20)
	k := key(1, 0, 0)
	if get(t, c, k) || get(t, c, k) {
		t.Error("kept before it was told of changes")
	}
	c.Resume()
	if get(t, c, k) || !get(t, c, k) {
		t.Error("not kept")
	}
	c.Suspend()
	if get(t, c, k) || get(t, c, k) {
		t.Error("kept without being told of changes")
	}
	if s := c.Stats(); s.Tiles != 0 || s.Bytes != 0 || s.Hits != 1 || s.Misses != 5 || s.Dropped != 1 {
		t.Errorf("%+v", s)
	}
}

// The cache holds what it may and forgets what was not asked for longest.
func TestBound(t *testing.T) {
	t.Parallel()
	c := tile.NewCache(20 << 10)
	c.Resume()
	first := key(20, 0, 0)
	for i := range 1000 {
		get(t, c, key(20, i, i))
		if i > 0 && i%5 == 0 && !get(t, c, first) {
			t.Fatal("what is asked for often is forgotten")
		}
	}
	if s := c.Stats(); s.Bytes > 20<<10 || s.Tiles < 20 || s.Evicted != int64(1000-s.Tiles) {
		t.Errorf("%+v", s)
	}
}

// Many who ask at once wait for one; an error and a panic are everybody's and
// nobody keeps them.
func TestOneFlight(t *testing.T) {
	t.Parallel()
	c := tile.NewCache(1 << 20)
	c.Resume()
	var loads atomic.Int64
	for _, outcome := range []string{"", "error", "panic"} {
		loads.Store(0)
		start := make(chan struct{})
		var wait sync.WaitGroup
		for range 20 {
			wait.Go(func() {
				_, err := c.Get(context.Background(), tile.Key{Layer: outcome}, func(ctx context.Context) (tile.Tile, error) {
					loads.Add(1)
					<-start
					switch outcome {
					case "error":
						return tile.Tile{}, errors.New("no")
					case "panic":
						panic("no")
					}
					return made("x")(ctx)
				})
				if (err != nil) != (outcome != "") {
					t.Errorf("%q gives %v", outcome, err)
				}
			})
		}
		for s := c.Stats(); s.Misses+s.Joined < 20; s = c.Stats() {
		}
		close(start)
		wait.Wait()
		if n := loads.Load(); outcome == "" && n != 1 {
			t.Errorf("%d loads", n)
		}
	}
	// who joins may give up waiting; what they waited for is made to its end
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	begun, end := make(chan struct{}), make(chan struct{})
	var making sync.WaitGroup
	making.Go(func() {
		if _, err := c.Get(cancelled, tile.Key{Layer: "slow"}, func(ctx context.Context) (tile.Tile, error) {
			close(begun)
			<-end
			return tile.Tile{}, ctx.Err()
		}); err != nil {
			t.Errorf("the making of a tile ends as who asked leaves: %v", err)
		}
	})
	<-begun
	if _, err := c.Get(cancelled, tile.Key{Layer: "slow"}, made("another")); !errors.Is(err, context.Canceled) {
		t.Errorf("who gives up waiting gets %v", err)
	}
	close(end)
	making.Wait()
}

// Readers, changes and losses of the connection at once: what is given is never
// older than a change that was told before it was asked for.
func TestNeverStale(t *testing.T) {
	t.Parallel()
	c := tile.NewCache(64 << 10)
	c.Resume()
	var version atomic.Int64 // of everything; told after it is written, as a commit is
	var told atomic.Int64
	stop := make(chan struct{})
	var writer, readers sync.WaitGroup
	writer.Go(func() {
		r := rand.New(rand.NewPCG(3, 4))
		for {
			select {
			case <-stop:
				return
			default:
			}
			v := version.Add(1)
			switch r.IntN(20) {
			case 0:
				c.Suspend()
				c.Resume()
			case 1:
				c.Drop(tile.Change{})
			default:
				c.Drop(tile.Change{Layer: "poles"})
			}
			told.Store(v)
		}
	})
	for n := range 4 {
		readers.Go(func() {
			r := rand.New(rand.NewPCG(uint64(n), 5))
			for range 3000 {
				before := told.Load()
				got, err := c.Get(context.Background(), key(10, r.IntN(50), 0), func(ctx context.Context) (tile.Tile, error) {
					return made(fmt.Sprintf("%020d", version.Load()))(ctx)
				})
				if want := fmt.Sprintf("%020d", before); err != nil || got.ETag < want {
					t.Errorf("version %s after %s was told: %v", got.ETag, want, err)
					return
				}
			}
		})
	}
	readers.Wait()
	close(stop)
	writer.Wait()
}
