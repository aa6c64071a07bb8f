package postgres

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// Value is one value of a streamed row. Only the member of its field's type
// holds anything, and bytes are valid until the next row.
type Value struct {
	Null  bool
	Int   int64
	Float float64
	Bool  bool
	// Time holds dates (midnight UTC) and times.
	Time time.Time
	// Bytes holds text, a JSON document, or a geometry as EWKB.
	Bytes []byte
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
	sql := fmt.Sprintf(`SELECT %s FROM guarded.%s WHERE %s ORDER BY id`, strings.Join(columns, ", "), n.Name, where.sql())
	rows, err := tx.Query(ctx, sql, append([]any{pgx.QueryResultFormats{pgx.BinaryFormatCode}}, where.args...)...)
	if err != nil {
		return 0, translate(err)
	}
	defer rows.Close()
	if err := sink.Begin(n.Fields); err != nil {
		return 0, err
	}
	values := make([]Value, len(n.Fields))
	for rows.Next() {
		for i, raw := range rows.RawValues() {
			if values[i], err = decode(n.Fields[i].Type, raw); err != nil {
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

// postgresEpoch is day 0 of PostgreSQL's binary dates and times.
var postgresEpoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// decode reads PostgreSQL's binary form of a value.
func decode(t registry.FieldType, raw []byte) (Value, error) {
	if raw == nil {
		return Value{Null: true}, nil
	}
	short := func(n int) bool { return len(raw) != n }
	switch t {
	case registry.TextField, registry.GeometryField:
		return Value{Bytes: raw}, nil
	case registry.JSONField: // jsonb: a version byte, then the text
		if len(raw) < 1 || raw[0] != 1 {
			return Value{}, fmt.Errorf("unknown jsonb version")
		}
		return Value{Bytes: raw[1:]}, nil
	case registry.IntField:
		if short(8) {
			return Value{}, fmt.Errorf("int of %d bytes", len(raw))
		}
		return Value{Int: int64(binary.BigEndian.Uint64(raw))}, nil
	case registry.DecimalField:
		if short(8) {
			return Value{}, fmt.Errorf("decimal of %d bytes", len(raw))
		}
		return Value{Float: math.Float64frombits(binary.BigEndian.Uint64(raw))}, nil
	case registry.BoolField:
		if short(1) {
			return Value{}, fmt.Errorf("bool of %d bytes", len(raw))
		}
		return Value{Bool: raw[0] == 1}, nil
	case registry.DateField:
		if short(4) {
			return Value{}, fmt.Errorf("date of %d bytes", len(raw))
		}
		return Value{Time: postgresEpoch.AddDate(0, 0, int(int32(binary.BigEndian.Uint32(raw))))}, nil
	case registry.TimeField:
		if short(8) {
			return Value{}, fmt.Errorf("time of %d bytes", len(raw))
		}
		return Value{Time: postgresEpoch.Add(time.Duration(int64(binary.BigEndian.Uint64(raw))) * time.Microsecond)}, nil
	}
	return Value{}, fmt.Errorf("no decoder for %s", t)
}
