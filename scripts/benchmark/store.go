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
