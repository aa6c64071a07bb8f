package postgres

import (
	"container/list"
	"context"
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// maxKeptCounts bounds the counts that are kept, about a kilobyte each.
const maxKeptCounts = 2000

// countCache keeps how many features filters take, each for as long as nothing was
// written that it may depend on: by the change log, which every process writes. A
// count is therefore what counting anew would give. It is safe for concurrent use.
type countCache struct {
	mu    sync.Mutex
	byKey map[string]*list.Element
	used  list.List // of *keptCount, the one used last in front
}

type keptCount struct {
	key string
	// since is a place in the change log: all before it had been written when it was
	// counted.
	since, n int64
}

// countedBy lists the nouns whose changes change how many features of a noun a
// filter takes: itself, and what its view joins or row security looks at.
func countedBy(n *registry.Noun) []string {
	nouns := []string{n.Name, registry.OrganizationNoun.Name, registry.UnitNoun.Name}
	if n == registry.MastNoun || n == registry.StationNoun {
		nouns = append(nouns, registry.SiteNoun.Name)
	}
	return nouns
}

// of gives how many rows of a noun's view conditions take.
func (c *countCache) of(ctx context.Context, db *DB, who registry.Actor, n *registry.Noun, where *conditions) (int64, error) {
	sql := `SELECT count(*) FROM ` + view(who.Grants, n) + ` WHERE ` + where.sql()
	key := identity(who.Grants, time.Time{}) + "\x00" + sql + "\x00" + fmt.Sprintf("%q", where.args)
	kept := c.find(key)
	// where the log stands must be known before the rows are counted
	var horizon int64
	var changed bool
	if err := db.planned.QueryRow(ctx, `SELECT horizon, changed FROM changed_since($1, $2)`, kept.since, countedBy(n)).Scan(&horizon, &changed); err != nil {
		return 0, translate(err)
	}
	if kept.key != "" && !changed {
		kept.since = max(kept.since, horizon)
		c.keep(kept)
		return kept.n, nil
	}
	var counted int64
	if err := db.pool.QueryRow(ctx, sql, where.args...).Scan(&counted); err != nil {
		return 0, translate(err)
	}
	c.keep(keptCount{key, horizon, counted})
	return counted, nil
}

// find gives what is kept under a key, without a key when there is nothing.
func (c *countCache) find(key string) keptCount {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byKey[key]
	if !ok {
		return keptCount{since: math.MaxInt64} // nothing has been written since then
	}
	c.used.MoveToFront(e)
	return *e.Value.(*keptCount)
}

func (c *countCache) keep(k keptCount) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.byKey[k.key]; ok {
		*e.Value.(*keptCount) = k
		return
	}
	if c.byKey == nil {
		c.byKey = map[string]*list.Element{}
	}
	c.byKey[k.key] = c.used.PushFront(&k)
	if c.used.Len() > maxKeptCounts {
		oldest := c.used.Back()
		delete(c.byKey, oldest.Value.(*keptCount).key)
		c.used.Remove(oldest)
	}
}
