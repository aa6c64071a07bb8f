package main

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"
)

// bareCopy is the least a load can do: the CSV file's values, as their types,
// go by binary COPY into a new table, which then gets a primary key and an index
// of places. Nothing is checked, joined or logged.
func bareCopy(ctx context.Context, dsn, file string) (took time.Duration, err error) {
	start := time.Now()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return 0, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var names, columns []string
	for _, c := range poleColumns {
		names, columns = append(names, c.name), append(columns, c.name+" "+c.sql)
	}
	if _, err := conn.Exec(ctx, `CREATE TABLE bare_pole (`+strings.Join(columns, ", ")+`, geometry geometry(Point, 4326))`); err != nil {
		return 0, err
	}
	// the geometry type reads EWKB as it stands
	var oid uint32
	if err := conn.QueryRow(ctx, `SELECT 'geometry'::regtype::oid`).Scan(&oid); err != nil {
		return 0, err
	}
	conn.TypeMap().RegisterType(&pgtype.Type{Name: "geometry", OID: oid, Codec: pgtype.ByteaCodec{}})

	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	if _, err := r.Read(); err != nil { // the names of the columns
		return 0, err
	}
	values := make([]any, len(poleColumns)+1)
	_, err = conn.CopyFrom(ctx, pgx.Identifier{"bare_pole"}, append(names, "geometry"), pgx.CopyFromFunc(func() ([]any, error) {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		return values, bareRow(row, values)
	}))
	if err != nil {
		return 0, err
	}
	for _, sql := range []string{
		`ALTER TABLE bare_pole ADD PRIMARY KEY (code)`,
		`CREATE INDEX ON bare_pole USING gist (geometry)`,
	} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return 0, err
		}
	}
	return time.Since(start), nil
}

// bareRow reads the values of poleColumns and the place behind them.
func bareRow(row []string, values []any) (err error) {
	for i, c := range poleColumns {
		if values[i], err = bareValue(c.sql, row[i]); err != nil {
			return err
		}
	}
	var at orb.Point
	for i, text := range row[len(poleColumns):] {
		if at[i], err = strconv.ParseFloat(text, 64); err != nil {
			return err
		}
	}
	values[len(poleColumns)], err = ewkb.Marshal(at, 4326)
	return err
}

func bareValue(sql, text string) (any, error) {
	switch sql {
	case "boolean":
		return strconv.ParseBool(text)
	case "date":
		return time.Parse(time.DateOnly, text)
	case "float8":
		return strconv.ParseFloat(text, 64)
	case "int8":
		return strconv.ParseInt(text, 10, 64)
	default:
		return text, nil
	}
}
