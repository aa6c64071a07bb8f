package main

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// storeAgain is the least any load into the register can do: the poles it holds
// are stored once more, in the server, in a table with the register's columns,
// constraints and indexes. Nothing is read, checked, placed or logged, no
// trigger runs and no right is asked.
func storeAgain(ctx context.Context, dsn string) (took time.Duration, err error) {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return 0, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, `CREATE TABLE again (LIKE asset_pole INCLUDING ALL EXCLUDING GENERATED)`); err != nil {
		return 0, err
	}
	start := time.Now()
	_, err = conn.Exec(ctx, `INSERT INTO again SELECT * FROM asset_pole ORDER BY id`)
	return time.Since(start), err
}

// storeThenIndex is as storeAgain, but that the indexes are made when the rows are
// there, each in one go: what a load could do into a register that is empty, or
// closed meanwhile to who reads and writes.
func storeThenIndex(ctx context.Context, dsn string) (took time.Duration, err error) {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return 0, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	rows, err := conn.Query(ctx, `SELECT regexp_replace(indexdef, ' INDEX .* USING ', ' INDEX ON indexed_after USING ') FROM pg_indexes WHERE tablename = 'asset_pole'`)
	if err != nil {
		return 0, err
	}
	indexes, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return 0, err
	}
	if _, err := conn.Exec(ctx, `CREATE TABLE indexed_after (LIKE asset_pole INCLUDING ALL EXCLUDING GENERATED EXCLUDING INDEXES)`); err != nil {
		return 0, err
	}
	start := time.Now()
	for _, sql := range append([]string{`INSERT INTO indexed_after SELECT * FROM asset_pole ORDER BY id`}, indexes...) {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return 0, err
		}
	}
	return time.Since(start), nil
}
