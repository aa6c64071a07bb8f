package postgres

import (
	"context"
	"sync"
	"time"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// The security events about keys.
const (
	EventKeyUsed    = "key_used"    // the first use of a key on a day
	EventKeyRefused = "key_refused" // a wrong, expired or revoked key, or one that writes in an address
)

const (
	// useEvery is how often the last use of a key is noted.
	useEvery = time.Minute
	// noteTimeout bounds the noting, which no request waits for.
	noteTimeout = 10 * time.Second

	// refusalEvery is how often refusals of one key from one address are noted.
	refusalEvery = time.Minute
	// maxRefusals is how many pairs of key and address are noted in that time:
	// whoever makes up keys, or has many addresses, does not fill the log.
	maxRefusals = 100
)

// keyWatch remembers what was noted of keys lately, so that the log is written
// seldom. Each process has its own.
type keyWatch struct {
	mu sync.Mutex
	// used is when a key's use was noted; there are as many as keys.
	used map[int64]time.Time
	// refused counts refusals since the last note, by key and address, within the
	// period begun at since; others counts those there was no room for.
	refused map[refusal]int
	since   time.Time
	others  int
}

type refusal struct{ hint, address, why string }

// useIsDue says whether a use of a key now should be noted, and takes it for
// noted.
func (w *keyWatch) useIsDue(id int64, now time.Time) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if now.Sub(w.used[id]) < useEvery {
		return false
	}
	if w.used == nil {
		w.used = map[int64]time.Time{}
	}
	w.used[id] = now
	return true
}

// refuse counts a refusal and gives what should be noted now: nothing, itself,
// or itself with how many were kept back in the period before.
func (w *keyWatch) refuse(r refusal, now time.Time) (note bool, keptBack int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if now.Sub(w.since) >= refusalEvery {
		for _, n := range w.refused {
			w.others += n - 1 // its first was noted
		}
		w.refused, w.since = map[refusal]int{}, now
	}
	if w.refused[r] == 0 && len(w.refused) >= maxRefusals {
		w.others++
		return false, 0
	}
	if w.refused[r]++; w.refused[r] > 1 {
		return false, 0
	}
	keptBack, w.others = w.others, 0
	return true, keptBack
}

// useKey notes that a key was used, at most once a minute, and without holding up
// the request. A note that fails is made at a later use.
func (db *DB) useKey(ctx context.Context, id int64, who registry.Actor, p Presented) {
	if !db.keys.useIsDue(id, time.Now()) {
		return
	}
	go func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), noteTimeout)
		defer cancel()
		_, err := db.pool.Exec(ctx, `SELECT use_key($1, $2, nullif($3, ''), $4, $5)`, id, who.Name, who.Organization, p.RequestID,
			map[string]any{"address": p.Address, "hint": auth.HintOf(p.Secret)})
		if err != nil {
			db.keys.mu.Lock()
			delete(db.keys.used, id)
			db.keys.mu.Unlock()
		}
	}()
}

// refuseKey notes a refused key and gives the refusal. A key that is none of ours
// has neither name nor hint: it may be a password in the wrong place.
func (db *DB) refuseKey(ctx context.Context, p Presented, name, why string, refused error) error {
	r := refusal{hint: auth.HintOf(p.Secret), address: p.Address, why: why}
	note, keptBack := db.keys.refuse(r, time.Now())
	if !note {
		return refused
	}
	details := map[string]any{"why": why, "address": p.Address}
	for key, value := range map[string]string{"hint": r.hint, "key": name} {
		if value != "" {
			details[key] = value
		}
	}
	if keptBack > 0 {
		details["not_noted"] = keptBack
	}
	who := registry.Anonymous
	who.RequestID = p.RequestID
	if err := db.Note(context.WithoutCancel(ctx), who, EventKeyRefused, details); err != nil {
		return err
	}
	return refused
}
