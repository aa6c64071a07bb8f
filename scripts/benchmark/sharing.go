package main

import (
	"context"
	"fmt"
	"time"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// measureSharing joins the positions of many sites at one distance and at
// twenty.
func measureSharing(ctx context.Context, b *bench) ([]figure, error) {
	dsn, err := b.filled(ctx, generate(manySites).batches())
	if err != nil {
		return nil, err
	}
	db, err := postgres.Open(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	q := postgres.SharingQuery{Definition: sharing.DefaultDefinition(registry.SiteKind), AsOf: registry.DateOf(time.Now())}
	q.Method, q.MergeDistanceM = sharing.MethodSpatial, 50
	distances := sharing.Distances(0, 100, 20)
	var one, twenty []float64
	for range b.runs {
		start := time.Now()
		if _, err := db.Sharing(ctx, writer, q); err != nil {
			return nil, explain(err)
		}
		one = append(one, time.Since(start).Seconds())
		start = time.Now()
		if _, err := db.SharingSensitivity(ctx, writer, q, distances); err != nil {
			return nil, explain(err)
		}
		twenty = append(twenty, time.Since(start).Seconds())
	}
	sites := thousands(manySites.sites)
	return []figure{
		{"Sharing by position of " + sites + " sites", fmt.Sprintf("%.2f s", median(one)), "", "", "≤ 1 s"},
		{"… at 20 distances from 0 to 100 m", fmt.Sprintf("%.2f s", median(twenty)), fmt.Sprintf("one distance %.2f s", median(one)), fmt.Sprintf("%.1f× the time", ratios(twenty, one)), "≤ 3×"},
	}, nil
}
