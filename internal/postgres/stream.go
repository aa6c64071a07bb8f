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
	columns := make([]string, len(n.Fields))
	for i, f := range n.Fields {
		columns[i] = quote(f.Name)
	}
	tx, err := db.pool.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return 0, translate(err)
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }()
	// the first row must not wait for the last: walk the key in order and look
	// the few owners and communes up as they come, rather than hash and sort
	if _, err := tx.Exec(ctx, `SET LOCAL statement_timeout = 0; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
		SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; SET LOCAL max_parallel_workers_per_gather = 0`); err != nil {
		return 0, translate(err)
	}
	sql := fmt.Sprintf(`SELECT %s FROM %s WHERE %s ORDER BY id`, strings.Join(columns, ", "), view(who.Grants, n), where.sql())
	rows, err := tx.Query(ctx, sql, append([]any{pgx.QueryResultFormats{pgx.BinaryFormatCode}}, where.args...)...)
	if err != nil {
		return 0, translate(err)
	}
	defer rows.Close()
	if err := sink.Begin(n.Fields); err != nil {
		return 0, err
	}
	values, width := make([]Value, len(n.Fields)), make([]int, len(n.Fields))
	for i, f := range n.Fields {
		width[i] = widths[f.Type]
	}
	for rows.Next() {
		for i, raw := range rows.RawValues() {
			values[i] = raw
			if err := values[i].checkForm(width[i]); err != nil {
				return rowsSent, fmt.Errorf("%s.%s: %w", n.Name, n.Fields[i].Name, err)
			}
		}
		if err := sink.Row(values); err != nil {
			return rowsSent, err
		}
		rowsSent++
	}
	if err := rows.Err(); err != nil {
		return rowsSent, translate(err)
	}
	return rowsSent, sink.End()
}
