package postgres

import (
	"context"
	"errors"
	"maps"
	"sync"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// tileReads gathers who looked at whose underground network on tiles. A map asks
// for dozens at once: that somebody looked is written before the first is sent,
// in each hour the log has, and how much they looked at a little later.
type tileReads struct {
	mu     sync.Mutex
	counts map[tileReader]map[int64]*tileRead // by owner
}

// tileReader is who reads what and why, as the access log tells it.
type tileReader struct{ actor, organization, reason, noun string }

// tileRead is what is known of one reader and one owner: the hour that is in the
// log, and the records that are not.
type tileRead struct {
	hour    time.Time
	records int64
}

// NoteTile writes into the access log that somebody is sent a tile, when owners
// are to be told of it. It is called for each answer, also one from memory, and
// keeps back what FlushTileReads writes: no more than how many records.
func (db *DB) NoteTile(ctx context.Context, who registry.Actor, layer *TileLayer, t tile.Tile) error {
	if len(t.Owners) == 0 {
		return nil
	}
	seen, err := db.ofOthers(ctx, who, t)
	if err != nil {
		return err
	}
	reader := tileReader{who.Name, who.Organization, who.Reason, layer.Noun.Name}
	hour := time.Now().Truncate(time.Hour)
	fresh := db.tileReads.add(reader, seen, hour)
	if len(fresh) == 0 {
		return nil
	}
	if err := db.noteReads(ctx, reader, fresh); err != nil {
		return err
	}
	db.tileReads.noted(reader, fresh, hour)
	return nil
}

// ofOthers counts the records of a tile by owner, without who looks at it.
func (db *DB) ofOthers(ctx context.Context, who registry.Actor, t tile.Tile) (map[int64]int64, error) {
	seen := make(map[int64]int64, len(t.Owners))
	for i, owner := range t.Owners {
		seen[owner] = t.Counts[i]
	}
	if who.Organization == "" { // no owner
		return seen, nil
	}
	plates, err := db.nameplates.read(ctx, db.planned)
	if err != nil {
		return nil, translate(err)
	}
	maps.DeleteFunc(seen, func(owner, _ int64) bool { return string(plates.owners[owner]) == who.Organization })
	return seen, nil
}

// FlushTileReads writes what NoteTile kept back. Seldom enough for a log, often
// enough for who reads it.
func (db *DB) FlushTileReads(ctx context.Context) error {
	var failed error
	for reader, seen := range db.tileReads.take(time.Now().Truncate(time.Hour)) {
		failed = errors.Join(failed, db.noteReads(ctx, reader, seen))
	}
	return failed
}

func (db *DB) noteReads(ctx context.Context, r tileReader, seen map[int64]int64) error {
	var owners, counts []int64
	for owner, n := range seen {
		owners, counts = append(owners, owner), append(counts, n)
	}
	_, err := db.pool.Exec(context.WithoutCancel(ctx), `SELECT note_access($1, nullif($2, ''), $3, $4, $5, $6)`,
		r.actor, r.organization, r.reason, r.noun, owners, counts)
	return translate(err)
}

// add counts records seen of owners, and gives those of owners of whom the log
// has nothing yet this hour.
func (r *tileReads) add(reader tileReader, seen map[int64]int64, hour time.Time) map[int64]int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	fresh := map[int64]int64{}
	for owner, n := range seen {
		if known := r.counts[reader][owner]; known != nil && known.hour.Equal(hour) {
			known.records += n
		} else {
			fresh[owner] = n
		}
	}
	return fresh
}

// noted remembers that the log has somebody's reading of owners this hour.
func (r *tileReads) noted(reader tileReader, seen map[int64]int64, hour time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.counts == nil {
		r.counts = map[tileReader]map[int64]*tileRead{}
	}
	if r.counts[reader] == nil {
		r.counts[reader] = map[int64]*tileRead{}
	}
	for owner := range seen {
		known := r.counts[reader][owner]
		if known == nil {
			known = &tileRead{}
			r.counts[reader][owner] = known
		}
		known.hour = hour
	}
}

// take gives what was counted and not written, and forgets who has read nothing
// this hour.
func (r *tileReads) take(hour time.Time) map[tileReader]map[int64]int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := map[tileReader]map[int64]int64{}
	for reader, owners := range r.counts {
		for owner, read := range owners {
			if read.records > 0 {
				if out[reader] == nil {
					out[reader] = map[int64]int64{}
				}
				out[reader][owner], read.records = read.records, 0
			}
			if !read.hour.Equal(hour) {
				delete(owners, owner)
			}
		}
		if len(owners) == 0 {
			delete(r.counts, reader)
		}
	}
	return out
}
