package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// editsPerRun is how many sites are moved in a run: one alone is over before a
// clock can tell.
const editsPerRun = 20

// measureCoverage moves sites, which keeps the reach of villages right, and
// computes all reach anew. Coverage must be the same after both.
func measureCoverage(ctx context.Context, b *bench) ([]figure, error) {
	dsn, err := b.full(ctx)
	if err != nil {
		return nil, err
	}
	db, err := postgres.Open(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	var edit, full []float64
	after := int64(0)
	for range b.runs {
		records, next, err := db.List(ctx, writer, registry.SiteNoun, registry.Filter{}, registry.Page{After: after, Limit: editsPerRun})
		if err != nil {
			return nil, err
		}
		after = next
		start := time.Now()
		for _, record := range records {
			site := record.(*registry.Site)
			_, err := db.Update(ctx, writer, registry.SiteNoun, site.ID, site.Version, func(r registry.Record) error {
				s := r.(*registry.Site)
				at := s.Geometry.Geometry.(orb.Point)
				s.Geometry.Geometry = orb.Point{round7(at[0] + 0.003), at[1]}
				return nil
			})
			if err != nil {
				return nil, explain(err)
			}
		}
		edit = append(edit, time.Since(start).Seconds()/float64(len(records)))
		kept, err := coverageOf(ctx, db)
		if err != nil {
			return nil, err
		}
		start = time.Now()
		if _, err := db.RecomputeReach(ctx, writer); err != nil {
			return nil, err
		}
		full = append(full, time.Since(start).Seconds())
		anew, err := coverageOf(ctx, db)
		if err != nil {
			return nil, err
		}
		if kept != anew {
			return nil, fmt.Errorf("the kept reach gives %s, the full recomputation %s", kept, anew)
		}
	}
	duration := func(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
	return []figure{{
		fmt.Sprintf("Coverage of %s villages after one of %s sites moved", thousands(b.size.villages), thousands(b.size.sites)),
		milliseconds(duration(median(edit))), "full recomputation " + seconds(duration(median(full))), fmt.Sprintf("%.0f×, equal", ratios(full, edit)), "≥ 100×",
	}}, nil
}

// coverageOf gives the coverage by 4G as text, to compare.
func coverageOf(ctx context.Context, db *postgres.DB) (string, error) {
	answer, err := db.Coverage(ctx, writer, postgres.CoverageQuery{
		Service: postgres.Mobile, Technologies: []string{"4G"}, AsOf: registry.DateOf(time.Now()), By: "commune",
	})
	if err != nil {
		return "", explain(err)
	}
	text, err := json.Marshal(answer)
	return string(text), err
}
