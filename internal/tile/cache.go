package tile

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
)

// Key names a tile as some readers are shown it. Readers who are shown the same
// have the same keys, all others different ones.
type Key struct {
	Layer   string
	Address Address
	// Sight is how its readers are shown positions; part of Variant already.
	Sight Sight
	// Variant names the readers, the day and the parameters.
	Variant string
}

// Tile is a tile as it is sent. It is shared: nobody changes it.
type Tile struct {
	// Gzipped is the vector tile (MVT 2.1) compressed, empty for one that shows
	// nothing.
	Gzipped []byte
	// ETag is the hash of the tile as it is compressed, in hexadecimal.
	ETag string
	// Bytes is how long it is uncompressed.
	Bytes int
	// Shown and Of count its features and those there are; Shown is less when it
	// was thinned.
	Shown, Of int
	// Owners are the ids of those who are told that somebody looked, Counts how
	// many records of each are shown.
	Owners, Counts []int64
	// Aside is for what is kept to make tiles of, and is as up to date as a tile: it
	// takes Bytes.
	Aside any
}

// overhead is what a kept tile takes beside its bytes: its key, its places in
// the maps and in the list.
const overhead = 512

func (t *Tile) size() int64 {
	size := int64(len(t.Gzipped)+16*len(t.Owners)) + overhead
	if t.Aside != nil {
		size += int64(t.Bytes)
	}
	return size
}

// Cache keeps tiles in memory, those used last, and drops those that a change
// shows in. It is safe for concurrent use.
//
// It keeps nothing until Resume, and nothing from Suspend to Resume: while
// nobody tells it of changes it makes every tile anew. Nor does it keep a tile
// whose making had begun before a change that shows in it.
type Cache struct {
	most int64

	mu      sync.Mutex
	live    bool
	held    int64
	kept    map[Key]*list.Element
	used    list.List // of *entry, the one used last in front
	at      map[string]map[Address]map[*list.Element]struct{}
	flights map[Key]*flight
	stats   Stats
	// changes counts those of a layer, "" those of all.
	changes map[string]int64
}

// Stats counts what a cache did since it was made, and what it holds.
type Stats struct {
	// Hits were answered from memory, Misses made, Joined waited for one being made.
	Hits, Misses, Joined int64
	// Dropped are the tiles a change took out, Evicted those there was no room for.
	Dropped, Evicted int64
	// Tiles and Bytes are held now.
	Tiles int
	Bytes int64
}

type entry struct {
	key  Key
	tile Tile
}

// flight is one making of a tile, which all who ask meanwhile wait for.
type flight struct {
	done  chan struct{}
	tile  Tile
	err   error
	stale bool // a change has come since it began
}

// NewCache makes a cache that holds so many bytes at most.
func NewCache(most int64) *Cache {
	return &Cache{most: most, kept: map[Key]*list.Element{}, at: map[string]map[Address]map[*list.Element]struct{}{}, flights: map[Key]*flight{}, changes: map[string]int64{}}
}

// Get gives a tile, made by load when it is not kept. Those who ask for the same
// tile at once wait for one load; it runs to its end whoever gives up waiting, also
// if it is who asked first.
func (c *Cache) Get(ctx context.Context, key Key, load func(context.Context) (Tile, error)) (Tile, error) {
	c.mu.Lock()
	if e, ok := c.kept[key]; ok {
		c.used.MoveToFront(e)
		c.stats.Hits++
		t := e.Value.(*entry).tile
		c.mu.Unlock()
		return t, nil
	}
	f, ok := c.flights[key]
	if !ok {
		f = &flight{done: make(chan struct{}), stale: !c.live}
		c.flights[key] = f
		c.stats.Misses++
		c.mu.Unlock()
		c.fly(context.WithoutCancel(ctx), key, f, load) // here: waking another for it takes time of the tile's
		return f.tile, f.err
	}
	c.stats.Joined++
	c.mu.Unlock()
	select {
	case <-f.done:
		return f.tile, f.err
	case <-ctx.Done():
		return Tile{}, ctx.Err()
	}
}

// fly makes a tile and keeps it, unless it was out of date before it was made.
func (c *Cache) fly(ctx context.Context, key Key, f *flight, load func(context.Context) (Tile, error)) {
	f.err = errors.New("the making of a tile was given up") // should load end the goroutine
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.flights[key] == f {
			delete(c.flights, key)
		}
		if f.err == nil && !f.stale {
			c.keep(key, f.tile)
		}
		close(f.done)
	}()
	f.tile, f.err = guarded(ctx, load)
}

// guarded calls load. It is nobody's goroutine who would answer for a panic.
func guarded(ctx context.Context, load func(context.Context) (Tile, error)) (t Tile, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return load(ctx)
}

func (c *Cache) keep(key Key, t Tile) {
	e := c.used.PushFront(&entry{key, t})
	c.kept[key] = e
	layer := c.at[key.Layer]
	if layer == nil {
		layer = map[Address]map[*list.Element]struct{}{}
		c.at[key.Layer] = layer
	}
	if layer[key.Address] == nil {
		layer[key.Address] = map[*list.Element]struct{}{}
	}
	layer[key.Address][e] = struct{}{}
	for c.held += t.size(); c.held > c.most; c.stats.Evicted++ {
		c.remove(c.used.Back())
	}
}

func (c *Cache) remove(e *list.Element) {
	out := c.used.Remove(e).(*entry)
	delete(c.kept, out.key)
	c.held -= out.tile.size()
	layer := c.at[out.key.Layer]
	delete(layer[out.key.Address], e)
	if len(layer[out.key.Address]) == 0 {
		delete(layer, out.key.Address)
	}
}

// Drop takes out what a change shows in. Tiles being made meanwhile go to those
// who wait for them, and are not kept; who asks from now on is not made to wait
// for them.
func (c *Cache) Drop(change Change) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(change)
}

func (c *Cache) drop(change Change) {
	c.changes[change.Layer]++
	for key, f := range c.flights {
		if change.shows(key) {
			f.stale = true
			delete(c.flights, key)
		}
	}
	for layer := range c.at {
		if change.Layer == "" || change.Layer == layer {
			c.dropOf(layer, change)
		}
	}
}

func (c *Cache) dropOf(layer string, change Change) {
	at := c.at[layer]
	dropAll := func(elements map[*list.Element]struct{}) {
		for e := range elements {
			if change.shows(e.Value.(*entry).key) {
				c.remove(e)
				c.stats.Dropped++
			}
		}
	}
	var blocks []block
	var tiles uint64
	for _, p := range change.Places {
		for z := uint8(0); z <= MaxZoom; z++ {
			b := touched(p.Bound, z)
			blocks, tiles = append(blocks, b), tiles+b.tiles()
		}
	}
	if change.Places == nil || tiles > uint64(len(at)) { // look at what there is rather than for what may be
		for _, elements := range at {
			dropAll(elements)
		}
		return
	}
	for _, b := range blocks {
		for x := b.x0; x <= b.x1; x++ {
			for y := b.y0; y <= b.y1; y++ {
				dropAll(at[Address{uint8(b.z), x, y}]) // #nosec G115 -- at most MaxZoom
			}
		}
	}
}

// Changes counts the changes of a layer that may have come since the cache was
// made: those it was told, and one for each time that it could not be.
func (c *Cache) Changes(layer string) int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.changes[layer] + c.changes[""]
}

// Resume begins to keep tiles: from now on every change is told to Drop.
func (c *Cache) Resume() { c.reset(true) }

// Suspend forgets everything and keeps nothing more: changes are no longer told.
func (c *Cache) Suspend() { c.reset(false) }

func (c *Cache) reset(live bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(Change{})
	c.live = live
}

// Stats gives the figures of a cache.
func (c *Cache) Stats() Stats {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.stats
	s.Tiles, s.Bytes = len(c.kept), c.held
	return s
}

// Keys gives the keys of what is kept.
func (c *Cache) Keys() []Key {
	c.mu.Lock()
	defer c.mu.Unlock()
	keys := make([]Key, 0, len(c.kept))
	for k := range c.kept {
		keys = append(keys, k)
	}
	return keys
}
