package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// sharingByKind are the sharing ratios, one a kind of work.
var sharingByKind = []string{"R_BTS_STOCK", "R_POLE", "R_DUCT_KM", "R_DUCT_MH"}

// catalogueMonths is how many months the catalogue is computed for.
const catalogueMonths = 60

// measureIndicators computes every indicator from nothing, and then answers from
// what is kept: any past day, an indicator's page, the catalogue by commune and
// month, sharing by commune and kind, and a number asked for after an edit.
func measureIndicators(ctx context.Context, b *bench) ([]figure, error) {
	p := generate(b.size)
	dsn, err := b.filled(ctx, append(p.batches(), p.tenancyBatch()))
	if err != nil {
		return nil, err
	}
	progress("the province and its tenancies are loaded")
	db, err := postgres.Open(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	n := &numbers{db: db, today: registry.DateOf(time.Now())}
	for _, one := range db.Catalogue() {
		if one.Source == plan.Computed {
			n.codes = append(n.codes, one.Code)
		}
	}
	var each []string
	var longest time.Duration
	start := time.Now()
	err = db.KeepIndicators(ctx, func(code string, took time.Duration) {
		if took > longest {
			longest, each = took, []string{code}
		}
	})
	if err != nil {
		return nil, err
	}
	whole := time.Since(start).Seconds()
	progress("all indicators from nothing: %.1f s", whole)
	b.grows("The full recomputation", whole)
	figures := []figure{{fmt.Sprintf("%d indicators from nothing", len(n.codes)), fmt.Sprintf("%.1f s", whole), fmt.Sprintf("longest %s %.1f s", each[0], longest.Seconds()), "", ""}}
	for _, m := range []struct {
		what, goal string
		runs       int
		run        func(context.Context, int) (time.Duration, error)
	}{
		{"A past day by commune, the slowest indicator", "≤ 1 s", b.runs, n.pastDay},
		{"An indicator’s page, the slowest", "≤ 300 ms", b.runs, n.page},
		{"Sharing by commune and kind", "≤ 2 s", b.runs, n.byKind},
		{"A number after an edit", "", b.runs, n.afterEdit},
		{fmt.Sprintf("The catalogue by commune for %d months", catalogueMonths), "≤ 60 s", 1, n.everything},
	} {
		if _, err := m.run(ctx, 0); err != nil { // what is asked for first is made
			return nil, explain(err)
		}
		var took []float64
		for i := range m.runs {
			one, err := m.run(ctx, i+1)
			if err != nil {
				return nil, explain(err)
			}
			took = append(took, one.Seconds())
		}
		progress("%s: %.3f s, %s", m.what, median(took), n.worst)
		b.grows(m.what, median(took))
		figures = append(figures, figure{m.what, fmt.Sprintf("%.0f ms", 1000*median(took)), n.worst, "", m.goal})
		n.worst = ""
	}
	return figures, nil
}

// numbers asks a register for indicators.
type numbers struct {
	db    *postgres.DB
	codes []string
	today registry.Date
	worst string // the slowest of the last that were timed
}

// slowest gives the longest of what is timed for each indicator.
func (n *numbers) slowest(ask func(code string) error) (longest time.Duration, err error) {
	for _, code := range n.codes {
		start := time.Now()
		if err := ask(code); err != nil {
			return 0, fmt.Errorf("%s: %w", code, err)
		}
		if took := time.Since(start); took > longest {
			longest, n.worst = took, code
		}
	}
	return longest, nil
}

func (n *numbers) pastDay(ctx context.Context, run int) (time.Duration, error) {
	day := registry.NewDate(2016, 3, 17).AddDays(397 * run) // another one each time
	return n.slowest(func(code string) error {
		_, err := n.db.IndicatorBy(ctx, writer, plan.Query{Indicator: code, AsOf: day, Boundary: &n.today}, "commune")
		return err
	})
}

// page is what the page of an indicator asks: the number and what explains it, the
// last year by month, and the communes.
func (n *numbers) page(ctx context.Context, _ int) (time.Duration, error) {
	return n.slowest(func(code string) error {
		q := plan.Query{Indicator: code, AsOf: n.today}
		if _, err := n.db.Indicator(ctx, writer, q); err != nil {
			return err
		}
		if _, err := n.db.IndicatorSeries(ctx, writer, q, n.today.AddMonths(-11)); err != nil {
			return err
		}
		_, err := n.db.IndicatorBy(ctx, writer, q, "commune")
		return err
	})
}

func (n *numbers) byKind(ctx context.Context, _ int) (time.Duration, error) {
	start := time.Now()
	for _, code := range sharingByKind {
		if _, err := n.db.IndicatorBy(ctx, writer, plan.Query{Indicator: code, AsOf: n.today}, "commune"); err != nil {
			return 0, err
		}
	}
	return time.Since(start), nil
}

func (n *numbers) everything(ctx context.Context, run int) (time.Duration, error) {
	start := time.Now()
	for _, code := range n.codes {
		for m := range catalogueMonths {
			if _, err := n.db.IndicatorBy(ctx, writer, plan.Query{Indicator: code, AsOf: n.today.AddMonths(-m), Boundary: &n.today}, "commune"); err != nil {
				return 0, err
			}
			if run == 0 {
				break
			}
		}
	}
	return time.Since(start), nil
}

// afterEdit writes a pole, and asks for the number it counts in.
func (n *numbers) afterEdit(ctx context.Context, run int) (time.Duration, error) {
	records, _, err := n.db.List(ctx, writer, registry.PoleNoun, registry.Filter{}, registry.Page{After: int64(100 * run), Limit: 1})
	if err != nil {
		return 0, err
	}
	pole := records[0].(*registry.Pole)
	if _, err := n.db.Update(ctx, writer, registry.PoleNoun, pole.ID, pole.Version, func(r registry.Record) error {
		r.(*registry.Pole).Boxes = ref(int64(run))
		return nil
	}); err != nil {
		return 0, err
	}
	start := time.Now()
	_, err = n.db.Indicator(ctx, writer, plan.Query{Indicator: "R_POLE", AsOf: n.today})
	return time.Since(start), err
}

// measureNation reads sharing by commune and kind from the kept numbers of a
// nation's 3,321 communes, with the poles of the size. The register of 10,000,000
// takes an hour to load, so the facts are written as they would come of it.
func measureNation(ctx context.Context, b *bench) ([]figure, error) {
	s := sizes["NATION"]
	s.poles = 1000 // the rest are facts alone
	p := generate(s)
	dsn, err := b.filled(ctx, p.ground())
	if err != nil {
		return nil, err
	}
	db, err := postgres.Open(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	if err := db.KeepIndicators(ctx, func(string, time.Duration) {}); err != nil {
		return nil, err
	}
	conn, err := connectAs(ctx, dsn, "")
	if err != nil {
		return nil, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	poles, others := b.size.poles, b.size.poles/30
	start := time.Now()
	for kind, many := range map[string]int{"pole": poles, "site": others, "duct": others, "manhole": others} {
		if _, err := conn.Exec(ctx, nationFacts, kind, many); err != nil {
			return nil, err
		}
	}
	facts := time.Since(start).Seconds()
	var bytes int64
	if err := conn.QueryRow(ctx, `SELECT pg_total_relation_size('indicator_fact')`).Scan(&bytes); err != nil {
		return nil, err
	}
	progress("facts of %s poles are written, in %.0f s: %s", thousands(poles), facts, megabytes(bytes))
	start = time.Now()
	if err := db.ResumIndicators(ctx); err != nil {
		return nil, err
	}
	sums := time.Since(start).Seconds()
	progress("and added up, in %.0f s", sums)
	n := &numbers{db: db, codes: slices.Clone(sharingByKind), today: registry.DateOf(time.Now())}
	var today, past []float64
	for run := range b.runs + 1 {
		one, err := n.byKind(ctx, run)
		if err != nil {
			return nil, explain(err)
		}
		day, err := n.pastDay(ctx, run)
		if err != nil {
			return nil, explain(err)
		}
		if run > 0 {
			today, past = append(today, one.Seconds()), append(past, day.Seconds())
		}
	}
	b.grows("Sharing by commune and kind, from kept facts", median(today))
	b.grows("… on a past day, the slowest kind", median(past))
	b.grows("… adding up its facts", sums)
	return []figure{
		{"Sharing by commune and kind, " + thousands(poles) + " poles in 3,321 communes", fmt.Sprintf("%.2f s", median(today)), "", "", "≤ 2 s"},
		{"… on a past day, the slowest kind", fmt.Sprintf("%.2f s", median(past)), "", "", "≤ 1 s"},
		{"… adding up its facts", fmt.Sprintf("%.0f s", sums), fmt.Sprintf("writing them %.0f s, %s", facts, megabytes(bytes)), "", ""},
	}, nil
}

// nationFacts writes the facts of $2 works of a kind $1: each in service from a day
// of twelve years on in a commune, six of ten shared from a month since.
const nationFacts = `INSERT INTO indicator_fact
SELECT k.id, k.parameters ->> 'asset', g, p.units[1 + (hashint4(g / 110 + 7) & 2147483647) % cardinality(p.units)], p.owners[1 + (hashint4(g / 110 + 11) & 2147483647) % cardinality(p.owners)], NULL,
	s.shared::int, 1 - s.shared::int, false,
	CASE WHEN s.shared THEN daterange(date_trunc('month', d.day + 30 * (g % 40))::date, NULL) ELSE daterange(d.day, NULL) END
FROM indicator_kept k
CROSS JOIN (SELECT ARRAY(SELECT id FROM unit WHERE level = 'commune') AS units, ARRAY(SELECT id FROM organization) AS owners) p
CROSS JOIN generate_series(1, $2::int) g
CROSS JOIN LATERAL (SELECT DATE '2014-01-01' + (hashint4(g / 110) & 4095) AS day) d
CROSS JOIN LATERAL (SELECT false AS shared UNION ALL SELECT true WHERE hashint4(g) & 15 < 10) s
WHERE k.family = 'sharing' AND k.parameters ->> 'asset' = $1 AND NOT k.extra AND k.parameters ->> 'measure' = CASE $1 WHEN 'duct' THEN 'length' ELSE 'count' END
	AND NOT k.parameters ? 'since' AND k.parameters ->> 'claims' = 'undisputed'`
