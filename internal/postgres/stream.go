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
func (v Value) Int() int64 { return int64(binary.BigEndian.Uint64(v)) }

// Float gives a decimal.
func (v Value) Float() float64 { return math.Float64frombits(binary.BigEndian.Uint64(v)) }

// Bool gives a truth value.
func (v Value) Bool() bool { return v[0] == 1 }

// Days gives a date, as days since 1970-01-01.
func (v Value) Days() int64 { return int64(int32(binary.BigEndian.Uint32(v))) + epochDays }

// Seconds gives a time, as whole seconds since 1970-01-01 00:00 UTC.
func (v Value) Seconds() int64 {
	micros := int64(binary.BigEndian.Uint64(v))
	seconds := micros / 1e6
	if micros%1e6 < 0 {
		seconds--
	}
	return seconds + epochDays*86400
}

// Micros gives a time's microseconds past the second.
func (v Value) Micros() int64 {
	micros := int64(binary.BigEndian.Uint64(v)) % 1e6
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

// Stream sends the records a filter takes to sink in order of id, at constant
// memory: rows are decoded from the wire's binary form where they lie.
func (db *DB) Stream(ctx context.Context, who registry.Actor, n *registry.Noun, filter registry.Filter, sink Sink) (rowsSent int64, err error) {
	ctx = as(ctx, who)
	where, err := db.where(ctx, n, filter)
	if err != nil {
		return 0, err
	}
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
	err = db.read(ctx, who, settings, pgx.TxOptions{IsoLevel: pgx.RepeatableRead}, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, rawRows(who.Grants, n, where)+` ORDER BY id`, inBinary(where.args)...)
		if err != nil {
			return err
		}
		rowsSent, _, err = send(n, rows, sink, math.MaxInt)
		return err
	})
	return rowsSent, err
}

// Page sends a keyset page in order of id to sink, as List gives it; next is
// the cursor of the page after it, 0 on the last.
func (db *DB) Page(ctx context.Context, who registry.Actor, n *registry.Noun, filter registry.Filter, page registry.Page, sink Sink) (next int64, err error) {
	ctx = as(ctx, who)
	where, err := db.pageOf(ctx, n, filter, page)
	if err != nil {
		return 0, err
	}
	limit := where.arg(page.Limit + 1) // one more than asked tells whether there is a next page
	rows, err := db.pool.Query(ctx, rawRows(who.Grants, n, where)+` ORDER BY id LIMIT `+limit, inBinary(where.args)...)
	if err != nil {
		return 0, translate(err)
	}
	_, next, err = send(n, rows, sink, page.Limit)
	return next, err
}

// rawRows selects a noun's fields as somebody sees them.
func rawRows(g registry.Grants, n *registry.Noun, where *conditions) string {
	columns := make([]string, len(n.Fields))
	for i, f := range n.Fields {
		columns[i] = quote(f.Name)
	}
	return fmt.Sprintf(`SELECT %s FROM %s WHERE %s`, strings.Join(columns, ", "), view(g, n), where.sql())
}

// inBinary gives the arguments of a query whose answer is to come in binary.
func inBinary(args []any) []any {
	return append([]any{pgx.QueryResultFormats{pgx.BinaryFormatCode}}, args...)
}

// send hands rows to sink, at most limit. next is the id of the last when there
// are more, else 0.
func send(n *registry.Noun, rows pgx.Rows, sink Sink, limit int) (rowsSent, next int64, err error) {
	defer rows.Close()
	if err := sink.Begin(n.Fields); err != nil {
		return 0, 0, err
	}
	values, width, id := make([]Value, len(n.Fields)), make([]int, len(n.Fields)), 0
	for i, f := range n.Fields {
		width[i] = widths[f.Type]
		if f.Name == "id" {
			id = i
		}
	}
	var last int64
	for rows.Next() {
		if rowsSent == int64(limit) {
			next = last
			break
		}
		for i, raw := range rows.RawValues() {
			values[i] = raw
			if err := values[i].checkForm(width[i]); err != nil {
				return rowsSent, 0, fmt.Errorf("%s.%s: %w", n.Name, n.Fields[i].Name, err)
			}
		}
		last = values[id].Int() // the row is gone when the next is read
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
