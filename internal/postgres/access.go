package postgres

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// underground are the nouns whose owners are told who read where they run.
var underground = []*registry.Noun{registry.DuctNoun, registry.ManholeNoun, registry.TrenchNoun, registry.CableRouteNoun}

// readers counts the rows of others' underground networks that a stream shows
// to the metre, by owner.
type readers struct {
	noun           *registry.Noun
	own            string // the asker's organization
	owner, geom    int    // columns
	plates         *nameplates
	byOwner        map[int64]int64
	lastOwner, run int64
}

// watch gives the count for somebody's rows of a noun, nil when nobody is to be
// told of them.
func watch(who registry.Actor, r *rawRows, plates *nameplates) *readers {
	if !slices.Contains(underground, r.noun) {
		return nil
	}
	owner, geom := slices.Index(r.columns, quote("owner_id")), slices.Index(r.columns, quote("geometry"))
	if owner < 0 || geom < 0 {
		return nil // this audience sees none of it
	}
	return &readers{noun: r.noun, own: who.Organization, owner: owner, geom: geom, plates: plates, byOwner: map[int64]int64{}}
}

// row counts a row. Most owners come in runs.
func (w *readers) row(raw [][]byte) {
	if raw[w.geom] == nil || raw[w.owner] == nil {
		return
	}
	if id := Value(raw[w.owner]).Int(); id != w.lastOwner {
		w.byOwner[w.lastOwner] += w.run
		w.lastOwner, w.run = id, 0
	}
	w.run++
}

// note writes what was counted into the access log, also when the rows broke
// off with sent: what has been sent has been seen.
func (w *readers) note(ctx context.Context, db *DB, who registry.Actor, sent error) error {
	if w == nil {
		return sent
	}
	w.byOwner[w.lastOwner] += w.run
	var owners, counts []int64
	for id, n := range w.byOwner {
		if n > 0 && (w.own == "" || string(w.plates.owners[id]) != w.own) {
			owners, counts = append(owners, id), append(counts, n)
		}
	}
	if owners == nil {
		return sent
	}
	_, err := db.pool.Exec(context.WithoutCancel(ctx), `SELECT note_access($1, nullif($2, ''), $3, $4, $5, $6)`,
		who.Name, who.Organization, who.Reason, w.noun.Name, owners, counts)
	return cmp.Or(sent, translate(err))
}

// Access tells that somebody read where an owner's underground network runs
// (lượt xem tuyến ngầm): one entry an hour for each reader and reason.
type Access struct {
	ID int64 `json:"id"`
	// Owner is the code of the organization whose network it is.
	Owner string `json:"owner"`
	// Noun is the plural of what was read.
	Noun  string `json:"noun"`
	Actor string `json:"actor"`
	// Organization is the code of the one the actor works for, null for none.
	Organization *string   `json:"organization"`
	Reason       string    `json:"reason"`
	FirstAt      time.Time `json:"first_at"`
	LastAt       time.Time `json:"last_at"`
	// Requests counts how often, Records how many in all.
	Requests int64 `json:"requests"`
	Records  int64 `json:"records"`
}

// Accesses reads a keyset page of the access log, the newest first: an owner's
// of its own network, the department's and auditors' of all. next is the cursor
// of the page after it, 0 on the last. CodeUnauthorized for who has not signed in.
func (db *DB) Accesses(ctx context.Context, who registry.Actor, owner string, page registry.Page) (list []Access, next int64, err error) {
	if !who.SignedIn() {
		return nil, 0, registry.Errorf(registry.CodeUnauthorized, "Hãy đăng nhập để xem ai đã xem.", "Sign in to see who looked.")
	}
	var where conditions
	if page.After > 0 {
		where.and("a.id < %s", page.After)
	}
	if owner != "" {
		where.and("o.code = %s", owner)
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT a.id, o.code, a.noun, a.actor, a.organization, a.reason, a.first_at, a.last_at, a.requests, a.records
		FROM access a JOIN organization o ON o.id = a.owner_id WHERE `+where.sql()+` ORDER BY a.id DESC LIMIT `+where.arg(page.Limit+1), where.args...)
	if err != nil {
		return nil, 0, translate(err)
	}
	if list, err = pgx.CollectRows(rows, pgx.RowToStructByPos[Access]); err != nil {
		return nil, 0, translate(err)
	}
	if len(list) > page.Limit {
		list = list[:page.Limit]
		next = list[page.Limit-1].ID
	}
	for i := range list {
		list[i].Noun = nounNamed(list[i].Noun).Path
	}
	return list, next, nil
}

// nounNamed gives the noun of a name the database knows.
func nounNamed(name string) *registry.Noun {
	return registry.Nouns[slices.IndexFunc(registry.Nouns, func(n *registry.Noun) bool { return n.Name == name })]
}
