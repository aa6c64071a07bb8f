package postgres

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// Value is one value of a streamed row in PostgreSQL's binary form, nil for
// null. It is valid until the next row, and only the method of its field's type
// may be asked; Stream has checked that the form is that type's.
type Value []byte

// Int gives an integer.
func (v Value) Int() int64 { return int64(binary.BigEndian.Uint64(v)) } // #nosec G115 -- the same bits, signed

// Float gives a decimal.
func (v Value) Float() float64 { return math.Float64frombits(binary.BigEndian.Uint64(v)) }

// Bool gives a truth value.
func (v Value) Bool() bool { return v[0] == 1 }

// Days gives a date, as days since 1970-01-01.
func (v Value) Days() int64 { return int64(int32(binary.BigEndian.Uint32(v))) + epochDays } // #nosec G115 -- the same bits, signed

// Seconds gives a time, as whole seconds since 1970-01-01 00:00 UTC.
func (v Value) Seconds() int64 {
	micros := int64(binary.BigEndian.Uint64(v)) // #nosec G115 -- the same bits, signed
	seconds := micros / 1e6
	if micros%1e6 < 0 {
		seconds--
	}
	return seconds + epochDays*86400
}

// Micros gives a time's microseconds past the second.
func (v Value) Micros() int64 {
	micros := int64(binary.BigEndian.Uint64(v)) % 1e6 // #nosec G115 -- the same bits, signed
	if micros < 0 {
		micros += 1e6
	}
	return micros
}

// Text gives a text.
func (v Value) Text() []byte { return v }

// EWKB gives a geometry.
func (v Value) EWKB() []byte { return v }

// JSON gives a JSON document.
func (v Value) JSON() []byte { return v[1:] }

// epochDays is 2000-01-01, PostgreSQL's day 0, in days since 1970-01-01.
const epochDays = 10957

// widths are the lengths of the types that have one, in bytes; jsonb has none
// but begins with its version.
var widths = map[registry.FieldType]int{
	registry.IntField: 8, registry.DecimalField: 8, registry.BoolField: 1, registry.DateField: 4, registry.TimeField: 8,
	registry.JSONField: versioned,
}

const (
	versioned    = -1
	jsonbVersion = 1
)

// checkForm refuses bytes that cannot be of a type with this width.
func (v Value) checkForm(width int) error {
	switch {
	case v == nil || width == 0 || len(v) == width:
		return nil
	case width == versioned && len(v) > 0 && v[0] == jsonbVersion:
		return nil
	}
	return fmt.Errorf("unexpected form of %d bytes", len(v))
}

// Sink takes the rows of a stream. An error from it ends the stream.
type Sink interface {
	Begin(fields []registry.Field) error
	Row(values []Value) error
	End() error
}

// MayFind refuses who has not signed in and would find nothing of a noun
// however much there is, rather than show an empty register.
func MayFind(who registry.Actor, n *registry.Noun) error {
	if who.SignedIn() || who.May(registry.SeeCoarse, registry.Subject{Noun: n.Name, Disclosure: registry.Ordinary}).Allowed {
		return nil
	}
	return SignInToSee(n)
}

// SignInToSee refuses who has to say who they are to be shown records of a noun.
func SignInToSee(n *registry.Noun) error {
	return &registry.Error{Code: registry.CodeUnauthorized, Message: registry.T("Hãy đăng nhập để xem: "+n.Title.VI+".", "Sign in to see: "+n.Title.EN+".")}
}

// Stream sends the records a filter takes to sink in order of id, at constant
// memory: rows are decoded from the wire's binary form where they lie.
func (db *DB) Stream(ctx context.Context, who registry.Actor, n *registry.Noun, filter registry.Filter, sink Sink) (rowsSent int64, err error) {
	if err := MayFind(who, n); err != nil {
		return 0, err
	}
	ctx = as(ctx, who)
	where, err := db.where(ctx, n, filter)
	if err != nil {
		return 0, err
	}
	defer where.explain(&err)
	// before the first row: an export that cannot be noted does not leave
	if who.SignedIn() && who.Name != registry.Anonymous.Name {
		if err := db.Note(ctx, who, EventExport, map[string]any{"noun": n.Name, "filter": filter}); err != nil {
			return 0, err
		}
	}
	// the first row must not wait for the last: walk the key in order and look
	// the few owners and communes up as they come, rather than hash and sort
	const settings = `SET LOCAL statement_timeout = 0; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
		SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; SET LOCAL max_parallel_workers_per_gather = 0`
	var raw *rawRows
	err = db.read(ctx, who, settings, pgx.TxOptions{IsoLevel: pgx.RepeatableRead}, func(tx pgx.Tx) error {
		plates, err := db.nameplates.read(ctx, tx)
		if err != nil {
			return err
		}
		raw = newRawRows(who, n, plates)
		rows, err := tx.Query(ctx, raw.sql(where)+` ORDER BY id`, raw.args(where)...)
		if err != nil {
			return err
		}
		rowsSent, _, err = raw.send(rows, sink, math.MaxInt)
		return err
	})
	if raw != nil {
		err = raw.seen.note(ctx, db, who, err)
	}
	return rowsSent, err
}

// Page sends a keyset page in order of id to sink, as List gives it; next is
// the cursor of the page after it, 0 on the last.
func (db *DB) Page(ctx context.Context, who registry.Actor, n *registry.Noun, filter registry.Filter, page registry.Page, sink Sink) (next int64, err error) {
	if err := MayFind(who, n); err != nil {
		return 0, err
	}
	ctx = as(ctx, who)
	where, err := db.pageOf(ctx, n, filter, page)
	if err != nil {
		return 0, err
	}
	defer where.explain(&err)
	plates, err := db.nameplates.read(ctx, db.planned)
	if err != nil {
		return 0, translate(err)
	}
	raw := newRawRows(who, n, plates)
	limit := where.arg(page.Limit + 1) // one more than asked tells whether there is a next page
	rows, err := db.poolFor(where).Query(ctx, raw.sql(where)+` ORDER BY id`+descending(page.Newest)+` LIMIT `+limit, raw.args(where)...)
	if err != nil {
		return 0, translate(err)
	}
	_, next, err = raw.send(rows, sink, page.Limit)
	return next, raw.seen.note(ctx, db, who, err)
}

// Read sends one record to sink, as Page gives it, and tells its version.
// CodeNotFound when there is none the actor may see.
func (db *DB) Read(ctx context.Context, who registry.Actor, n *registry.Noun, id int64, sink Sink) (version int64, err error) {
	if err := MayFind(who, n); err != nil {
		return 0, err
	}
	ctx = as(ctx, who)
	plates, err := db.nameplates.read(ctx, db.planned)
	if err != nil {
		return 0, translate(err)
	}
	raw := newRawRows(who, n, plates)
	var where conditions
	where.and("id = %s", id)
	rows, err := db.pool.Query(ctx, raw.sql(&where), raw.args(&where)...)
	if err != nil {
		return 0, translate(err)
	}
	sent, _, err := raw.send(rows, sink, 1)
	if err == nil && sent == 0 {
		err = pgx.ErrNoRows
	}
	if err != nil {
		return 0, translate(err)
	}
	return raw.version, raw.seen.note(ctx, db, who, nil)
}

// rawRows are a noun's rows as somebody sees them, in the wire's binary form.
type rawRows struct {
	noun *registry.Noun
	from string
	// columns are those selected; fields say which of them a field is read from.
	columns []string
	formats pgx.QueryResultFormats // of the columns
	fields  []rawField
	id      int // the column
	// version is that of the row sent last.
	version       int64
	versionColumn int
	// seen counts what the owner is told of, nil when there is nothing to tell.
	seen *readers
}

type rawField struct {
	column int
	width  int
	plates map[int64]Value // what the column's ids mean; nil when it holds the value
	// id is the one looked up last, and what it means: most come in runs.
	id    int64
	means Value
}

// meaning gives what an id means.
func (f *rawField) meaning(id int64) Value {
	if f.means == nil || f.id != id {
		f.id, f.means = id, f.plates[id]
	}
	return f.means
}

func newRawRows(who registry.Actor, n *registry.Noun, plates *nameplates) *rawRows {
	r := &rawRows{noun: n, from: view(who.Grants, n)}
	at := map[string]int{}
	for _, f := range n.Fields {
		name, meaning := plates.plate(n, f.Name)
		column, selected := at[name]
		if !selected {
			column = len(r.columns)
			at[name] = column
			r.columns = append(r.columns, quote(name))
			format := int16(pgx.BinaryFormatCode)
			if f.Type == registry.TextField && meaning == nil {
				format = pgx.TextFormatCode
			}
			r.formats = append(r.formats, format)
		}
		width := widths[f.Type]
		if meaning != nil {
			width = widths[registry.IntField]
		}
		r.fields = append(r.fields, rawField{column: column, width: width, plates: meaning})
	}
	r.id, r.versionColumn = at["id"], at["version"]
	r.seen = watch(who, r, plates)
	return r
}

func (r *rawRows) sql(where *conditions) string {
	return fmt.Sprintf(`SELECT %s FROM %s WHERE %s`, strings.Join(r.columns, ", "), r.from, where.sql())
}

// args gives the arguments of a query for rows: the columns are to come in binary, but
// texts, which are the same bytes in either form, as text, which PostgreSQL writes in
// fewer steps.
func (r *rawRows) args(where *conditions) []any { return append([]any{r.formats}, where.args...) }

// send hands rows to sink, at most limit. next is the id of the last when there
// are more, else 0.
func (r *rawRows) send(rows pgx.Rows, sink Sink, limit int) (rowsSent, next int64, err error) {
	defer rows.Close()
	if err := sink.Begin(r.noun.Fields); err != nil {
		return 0, 0, err
	}
	values := make([]Value, len(r.fields))
	var last int64
	for rows.Next() {
		if rowsSent == int64(limit) || rowsSent > 0 && full(sink) {
			next = last
			break
		}
		raw := rows.RawValues()
		for i := range r.fields {
			f := &r.fields[i]
			v := Value(raw[f.column])
			if err := v.checkForm(f.width); err != nil {
				return rowsSent, 0, fmt.Errorf("%s.%s: %w", r.noun.Name, r.noun.Fields[i].Name, err)
			}
			if f.plates != nil && v != nil {
				v = f.meaning(v.Int())
			}
			values[i] = v
		}
		// the row is gone when the next is read
		last, r.version = Value(raw[r.id]).Int(), Value(raw[r.versionColumn]).Int()
		if r.seen != nil {
			r.seen.row(raw)
		}
		if err := sink.Row(values); err != nil {
			return rowsSent, 0, err
		}
		rowsSent++
	}
	rows.Close()
	if err := rows.Err(); err != nil {
		return rowsSent, 0, translate(err)
	}
	return rowsSent, next, sink.End()
}
