package postgres

import (
	"context"
	"encoding/json"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

const (
	// curesAtLeast is the part of the doubtful rows a reading must put right to be
	// offered, and sparesAtLeast that of the others it must leave right.
	curesAtLeast  = 0.8
	sparesAtLeast = 0.98
	// shownRows is how many rows are each shown with the point before and after.
	shownRows = 5000
)

// sampledRow is a row on which the ways of reading are tried.
type sampledRow struct {
	row     int
	suspect bool
	all     int64
	written registry.WrittenPosition
}

// doctor looks for another way to read the positions that are in doubt, and
// offers the one that puts them where they are declared to be. Nothing is applied:
// the filer confirms it, once for the file.
func (c *check) doctor(ctx context.Context, l *load) error {
	if l.noun.Geometry != registry.Point || l.noun.Field("declared_commune") == nil {
		return nil
	}
	if _, err := l.tx.Exec(ctx, query("filing_sample")); err != nil {
		return err
	}
	sample, err := c.sampled(ctx, l.tx)
	if err != nil {
		return err
	}
	suspects, others, all := 0, 0, int64(0)
	for _, s := range sample {
		if s.suspect {
			suspects, all = suspects+1, s.all
		} else {
			others++
		}
	}
	if suspects == 0 {
		return nil
	}
	readings := rule.Readings()
	if err := try(ctx, l.tx, sample, readings); err != nil {
		return err
	}
	rows, err := l.tx.Query(ctx, query("filing_readings"))
	if err != nil {
		return err
	}
	best, rival, agree := -1, -1, 0
	var reading, cured, spared int
	if _, err := pgx.ForEachRow(rows, []any{&reading, &cured, &spared}, func() error {
		if float64(cured) < curesAtLeast*float64(suspects) || float64(spared) < sparesAtLeast*float64(others) {
			return nil
		}
		switch sum := cured + spared; {
		case sum > agree:
			best, rival, agree = reading, -1, sum
		case sum == agree && !rule.Twins(readings[best], readings[reading]):
			rival = reading
		}
		return nil
	}); err != nil || best < 0 || rival >= 0 { // two that serve as well: nobody can tell
		return err
	}
	return c.offer(ctx, l, readings[best], map[string]any{"rows": all, "agree": agree, "tried": len(sample)})
}

func (c *check) sampled(ctx context.Context, tx pgx.Tx) ([]sampledRow, error) {
	rows, err := tx.Query(ctx, `SELECT row, suspect, all_such, written_first, coalesce(written_second, '') FROM sampled`)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (s sampledRow, err error) {
		err = row.Scan(&s.row, &s.suspect, &s.all, &s.written.First, &s.written.Second)
		return s, err
	})
}

// try puts each sampled row where each way of reading has it.
func try(ctx context.Context, tx pgx.Tx, sample []sampledRow, readings []registry.FilingReading) error {
	if _, err := tx.Exec(ctx, `CREATE TEMP TABLE tried (reading int, row int, lon float8, lat float8,
		geom geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED) ON COMMIT DROP`); err != nil {
		return err
	}
	var points [][]any
	for i, r := range readings {
		for _, s := range sample {
			if lon, lat, ok := rule.Place(s.written, r); ok {
				points = append(points, []any{i, s.row, lon, lat})
			}
		}
	}
	_, err := tx.CopyFrom(ctx, pgx.Identifier{"tried"}, []string{"reading", "row", "lon", "lat"}, pgx.CopyFromRows(points))
	return err
}

// offer notes the reading for the file as a whole, and for rows in doubt the point
// before and after.
func (c *check) offer(ctx context.Context, l *load, reading registry.FilingReading, facts map[string]any) error {
	rows, err := l.tx.Query(ctx, `SELECT s.row, s.written_first, coalesce(s.written_second, ''), ST_X(s.geometry), ST_Y(s.geometry) FROM staged s
		LEFT JOIN (SELECT DISTINCT row FROM wrong WHERE rule LIKE 'commune.%') w USING (row)
		WHERE s.written_first <> '' AND (s.geometry IS NULL OR s.unit_id IS NULL OR w.row IS NOT NULL) ORDER BY s.row LIMIT $1`, shownRows)
	if err != nil {
		return err
	}
	var row int
	var written registry.WrittenPosition
	var lon, lat *float64
	type moved struct {
		Row   int            `json:"row"`
		Value string         `json:"value"`
		Facts map[string]any `json:"facts"`
		New   [2]float64     `json:"new"`
	}
	var list []moved
	if _, err := pgx.ForEachRow(rows, []any{&row, &written.First, &written.Second, &lon, &lat}, func() error {
		x, y, ok := rule.Place(written, reading)
		if !ok {
			return nil
		}
		m := moved{Row: row, Value: written.First + " " + written.Second, Facts: map[string]any{"reading": reading, "new": [2]float64{x, y}}, New: [2]float64{x, y}}
		if lon != nil && lat != nil {
			m.Facts["old"] = [2]float64{*lon, *lat}
		}
		list = append(list, m)
		return nil
	}); err != nil || len(list) == 0 {
		return err
	}
	facts["reading"], facts["new"], facts["old"] = reading, list[0].New, list[0].Facts["old"]
	given, err := json.Marshal(list)
	if err != nil {
		return err
	}
	_, err = l.tx.Exec(ctx, `INSERT INTO wrong (row, field, rule, tier, value, facts)
		SELECT 0, 'geometry', $1::text, $2::text, '', $3::jsonb
		UNION ALL
		SELECT m.row, 'geometry', $1, $2, left(m.value, $5), m.facts || jsonb_build_object('commune', coalesce(u.name, '–'))
		FROM jsonb_to_recordset($4::jsonb) AS m (row int, value text, facts jsonb, new jsonb)
		LEFT JOIN LATERAL commune_at(ST_SetSRID(ST_MakePoint((m.new ->> 0)::float8, (m.new ->> 1)::float8), 4326), current_date) c ON true
		LEFT JOIN unit u ON u.id = c.id`, rule.PositionReading.ID, rule.PositionReading.Tier, facts, given, registry.MaxFaultValue)
	return err
}
