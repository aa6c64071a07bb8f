package main

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// measureRights reads every pole through its view as an officer, whom row
// security lets see all, and as the tables' owner, whom it does not ask.
func measureRights(ctx context.Context, b *bench) ([]figure, error) {
	dsn, err := b.full(ctx)
	if err != nil {
		return nil, err
	}
	bound, err := connectAs(ctx, dsn, "hatangso_department")
	if err != nil {
		return nil, err
	}
	defer bound.Close(ctx)
	if _, err := bound.Exec(ctx, `SELECT set_config('hatangso.roles', 'officer', false)`); err != nil {
		return nil, err
	}
	free, err := connectAs(ctx, dsn, "")
	if err != nil {
		return nil, err
	}
	defer free.Close(ctx)
	var with, without []float64
	for range b.runs + 1 {
		for _, side := range []struct {
			conn *pgx.Conn
			took *[]float64
		}{{bound, &with}, {free, &without}} {
			took, poles, err := readPoles(ctx, side.conn)
			if err != nil {
				return nil, err
			}
			if poles != b.size.poles {
				return nil, fmt.Errorf("%d of %d poles are seen", poles, b.size.poles)
			}
			*side.took = append(*side.took, took.Seconds())
		}
	}
	with, without = with[1:], without[1:] // the first run warms caches
	return []figure{{"Reading " + thousands(b.size.poles) + " poles under row security", fmt.Sprintf("%.3f s", median(with)),
		fmt.Sprintf("without it %.3f s", median(without)), fmt.Sprintf("%.2f× the time", ratios(with, without)), "≤ 1.15×"}}, nil
}

// connectAs connects as a role, or as who the DSN names.
func connectAs(ctx context.Context, dsn, role string) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	if role != "" {
		config.RuntimeParams["role"] = role
	}
	config.RuntimeParams["jit"] = "off"
	return pgx.ConnectConfig(ctx, config)
}

// readPoles reads every pole's id, owner and place, and keeps nothing.
func readPoles(ctx context.Context, conn *pgx.Conn) (took time.Duration, poles int, err error) {
	start := time.Now()
	rows, err := conn.Query(ctx, `SELECT id, code, owner, commune_code, geometry::bytea FROM guarded.pole ORDER BY id`)
	if err != nil {
		return 0, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		poles++
	}
	return time.Since(start), poles, rows.Err()
}
