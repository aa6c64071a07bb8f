package postgres

import (
	"context"
	"encoding/json"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// MaxChangePageBytes bounds what the changes of one page hold: a page ends early
// rather than gather a thousand boundaries.
const MaxChangePageBytes = 8 << 20

// ChangeQuery narrows the change feed. The zero query is its beginning.
type ChangeQuery struct {
	// Since is the cursor of the page before; 0 is the beginning.
	Since int64
	// Limit is how many changes a page has at most.
	Limit int
	// Noun keeps the changes of one noun, nil keeps all.
	Noun *registry.Noun
	// RecordID keeps those of one record (with Noun), Actor those of one actor,
	// Organization those of who works for it, by code, Op those of one kind.
	RecordID     int64
	Actor        string
	Organization string
	Op           string
	// From and Until keep what was written on these days, by UTC; nil leaves
	// that end open.
	From, Until *registry.Date
	// Events asks for security events instead of changes of records.
	Events bool
	// InWords adds what differs, as people read it.
	InWords bool
	// Newest gives the last changes, the newest first, instead of a page of the feed.
	Newest bool
}

// Change is one entry of the change log: who wrote what, when and why.
type Change struct {
	// Seq orders the changes; each comes after all it builds on.
	Seq   int64     `json:"seq"`
	At    time.Time `json:"at"`
	Actor string    `json:"actor"`
	// Organization is the code of the one the actor works for, null for the
	// department.
	Organization *string `json:"organization"`
	Reason       string  `json:"reason"`
	RequestID    string  `json:"request_id"`
	// Noun is the plural the record is found under, or the name of an event.
	Noun     string `json:"noun"`
	RecordID int64  `json:"record_id"`
	// Op is create, update or delete; event for what happened to no record.
	Op string `json:"op"`
	// Before and After hold what an update changed, a new record without its
	// empty fields, or a deleted one. Names are those of the record; what the
	// register derives is left out. An organization stands under its code of
	// today and, under the name with _id, under its id, which never changes.
	Before map[string]any `json:"before,omitempty"`
	After  map[string]any `json:"after,omitempty"`
	// Differences tell the same in words, when asked for.
	Differences []registry.Difference `json:"differences,omitempty"`
}

// ChangePage is a page of the change feed.
type ChangePage struct {
	Items []Change `json:"items"`
	// Cursor is where to go on: since it nothing has been sent.
	Cursor int64 `json:"cursor"`
	// More says that there are more changes already.
	More bool `json:"more"`
}

// Changes reads a page of the change log in order. Who starts at 0 and goes on
// from each page's cursor misses no change, whatever is written meanwhile: a
// change is given only when none before it can still come (see
// change_horizon), so one in a transaction under way holds back those after it
// until that ends. Only the primary server can tell.
func (db *DB) Changes(ctx context.Context, who registry.Actor, q ChangeQuery) (page ChangePage, err error) {
	ctx = as(ctx, who)
	// the horizon first: the log must be read with a snapshot younger than it
	var horizon, newest int64
	if err := db.pool.QueryRow(ctx, `SELECT change_horizon(), (SELECT last_value FROM change_seq_seq)`).Scan(&horizon, &newest); err != nil {
		return page, translate(err)
	}
	if q.Since > newest {
		return page, badParameter("since", "", registry.Tf("Nhật ký mới đến %d: con trỏ này của sổ khác, hãy đọc lại từ đầu.",
			"The log has come to %d: this cursor is another register's, start anew.", newest))
	}
	var c conditions
	c.and("seq > %s AND seq <= %s", q.Since, horizon)
	nouns := make([]string, 0, len(registry.Nouns))
	for _, n := range registry.Nouns {
		if q.Noun == nil || q.Noun == n {
			nouns = append(nouns, n.Name)
		}
	}
	if q.Events {
		c.and("op = 'event'")
	} else {
		c.and("noun = ANY (%s)", nouns)
	}
	if q.RecordID != 0 {
		c.and("record_id = %s", q.RecordID)
	}
	if q.Actor != "" {
		c.and("actor = %s", q.Actor)
	}
	if q.Organization != "" {
		c.and("organization = %s", q.Organization)
	}
	if q.Op != "" {
		c.and("op = %s", q.Op)
	}
	if q.From != nil {
		c.and("at >= %s::date::timestamp AT TIME ZONE 'UTC'", *q.From)
	}
	if q.Until != nil {
		c.and("at < (%s::date + 1)::timestamp AT TIME ZONE 'UTC'", *q.Until)
	}
	rows, err := db.pool.Query(ctx, `SELECT seq, at, actor, organization, reason, request_id, noun, record_id, op, before,
		CASE WHEN op = 'create' AND after IS NULL THEN created_image(noun, record_id) ELSE after END
		FROM change WHERE `+c.sql()+` ORDER BY seq`+descending(q.Newest)+` LIMIT `+c.arg(q.Limit+1), c.args...)
	if err != nil {
		return page, translate(err)
	}
	defer rows.Close()
	page.Items, page.Cursor = []Change{}, max(q.Since, horizon)
	var size int
	for rows.Next() {
		if len(page.Items) == q.Limit || size > MaxChangePageBytes {
			page.More, page.Cursor = true, page.Items[len(page.Items)-1].Seq
			break
		}
		var change Change
		var before, after []byte
		if err := rows.Scan(&change.Seq, &change.At, &change.Actor, &change.Organization, &change.Reason, &change.RequestID,
			&change.Noun, &change.RecordID, &change.Op, &before, &after); err != nil {
			return page, err
		}
		size += len(before) + len(after)
		if change.Op == opEvent {
			if err := json.Unmarshal(after, &change.After); err != nil {
				return page, err
			}
			page.Items = append(page.Items, change)
			continue
		}
		n := nounNamed(change.Noun)
		change.Noun = n.Path
		if change.Before, err = fieldsOf(n, before); err != nil {
			return page, err
		}
		if change.After, err = fieldsOf(n, after); err != nil {
			return page, err
		}
		page.Items = append(page.Items, change)
	}
	if rows.Close(); rows.Err() != nil {
		return page, translate(rows.Err())
	}
	if err := db.nameOrganizations(ctx, page.Items); err != nil {
		return page, err
	}
	for i := range page.Items {
		if c := &page.Items[i]; q.InWords && c.Op != opEvent {
			c.Differences = registry.NounByPath(c.Noun).Differences(c.Before, c.After, db.codes)
		}
	}
	return page, nil
}

func descending(yes bool) string {
	if yes {
		return " DESC"
	}
	return ""
}

// opEvent marks the entries that are no change of a record.
const opEvent = "event"

// fieldsOf reads an image of the log under the names of the record's fields.
func fieldsOf(n *registry.Noun, image []byte) (map[string]any, error) {
	if image == nil {
		return nil, nil
	}
	var columns map[string]json.RawMessage
	if err := json.Unmarshal(image, &columns); err != nil {
		return nil, err
	}
	fields := make(map[string]any, len(columns))
	for _, f := range n.Writable() {
		value, ok := columns[f.Column]
		switch {
		case !ok:
		case f.Ref == "organization":
			fields[f.Column] = value // its name follows, see nameOrganizations
		case f.Type == registry.GeometryField: // PostGIS adds a crs, which RFC 7946 has no more
			var g registry.Geometry
			if err := json.Unmarshal(value, &g); err != nil {
				return nil, err
			}
			fields[f.Name] = g
		default:
			fields[f.Name] = value
		}
	}
	return fields, nil
}

// nameOrganizations puts the code of each organization beside its id. One that
// is gone bears the code it had.
func (db *DB) nameOrganizations(ctx context.Context, changes []Change) error {
	type place struct {
		fields map[string]any
		name   string
	}
	places := map[int64][]place{}
	for _, change := range changes {
		if change.Op == opEvent {
			continue
		}
		n := registry.NounByPath(change.Noun)
		for _, f := range n.Writable() {
			for _, fields := range []map[string]any{change.Before, change.After} {
				raw, ok := fields[f.Column].(json.RawMessage)
				if !ok || f.Ref != "organization" {
					continue
				}
				var id *int64
				if err := json.Unmarshal(raw, &id); err != nil {
					return err
				}
				if fields[f.Name] = nil; id != nil {
					places[*id] = append(places[*id], place{fields, f.Name})
				}
			}
		}
	}
	if len(places) == 0 {
		return nil
	}
	ids := make([]int64, 0, len(places))
	for id := range places {
		ids = append(ids, id)
	}
	rows, err := db.pool.Query(ctx, `SELECT id, code FROM organization WHERE id = ANY ($1)
		UNION ALL SELECT record_id, before ->> 'code' FROM change WHERE noun = 'organization' AND op = 'delete' AND record_id = ANY ($1)`, ids)
	if err != nil {
		return translate(err)
	}
	var id int64
	var code string
	_, err = pgx.ForEachRow(rows, []any{&id, &code}, func() error {
		for _, p := range places[id] {
			p.fields[p.name] = code
		}
		return nil
	})
	return translate(err)
}
