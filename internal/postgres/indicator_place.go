package postgres

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// placement says which communes of today a territory is made of: of some a part
// only, by a share or by asking each record where it stands. nil communes are
// the whole register.
type placement struct {
	territory plan.Territory
	unit      int64
	communes  []int64
	shares    []string // numeric, of each commune
	whole     []bool   // false: ask each record whether it stands within the unit
	drawn     bool
}

// place finds the unit a code meant on a day, at any level and of any set of
// boundaries, and how records are placed in it. CodeInvalid for a code that
// meant none.
func (db *DB) place(ctx context.Context, code string, day registry.Date) (p placement, err error) {
	p.territory = plan.Territory{Boundary: day, Method: plan.WholeRegister, Name: "Toàn bộ sổ"}
	if code == "" {
		p.territory.MethodTitle = p.territory.Method.Title()
		return p, nil
	}
	var standing bool
	err = db.pool.QueryRow(ctx, `SELECT id, code, name, level, valid @> current_date, geom IS NOT NULL FROM unit
		WHERE code = $1 AND valid @> $2::date ORDER BY level = 'province' DESC, level = 'district' DESC LIMIT 1`, code, day).
		Scan(&p.unit, &p.territory.Code, &p.territory.Name, &p.territory.Level, &standing, &p.drawn)
	if errors.Is(err, pgx.ErrNoRows) {
		return p, db.noSuchUnit(ctx, code, &day)
	}
	if err != nil {
		return p, translate(err)
	}
	err = db.placeUnits(ctx, day, []*placement{&p}, standing)
	return p, err
}

// placeUnits says how records are placed in units that all stand today, or none.
func (db *DB) placeUnits(ctx context.Context, day registry.Date, all []*placement, standing bool) error {
	index := map[int64]*placement{}
	var drawn, named []int64
	for _, p := range all {
		p.communes, p.shares, p.whole = []int64{}, []string{}, []bool{}
		index[p.unit] = p
		p.territory.Boundary, p.territory.Method = day, plan.StoredUnit
		switch {
		case standing:
		case p.drawn:
			p.territory.Method = plan.ByBoundary
			drawn = append(drawn, p.unit)
		default:
			p.territory.Method = plan.BySuccessors
			named = append(named, p.unit)
		}
		p.territory.MethodTitle = p.territory.Method.Title()
	}
	ids := make([]int64, 0, len(all))
	for id := range index {
		ids = append(ids, id)
	}
	add := func(sql string, args ...any) error {
		rows, err := db.pool.Query(ctx, sql, args...)
		if err != nil {
			return translate(err)
		}
		var of, commune int64
		var share *float64
		var whole bool
		var part plan.Part
		_, err = pgx.ForEachRow(rows, []any{&of, &commune, &share, &whole, &part.Code, &part.Name, &part.Method}, func() error {
			p := index[of]
			s := 1.0
			if share != nil {
				s = *share
			}
			p.communes, p.shares, p.whole = append(p.communes, commune), append(p.shares, strconv.FormatFloat(s, 'f', -1, 64)), append(p.whole, whole)
			if !standing {
				part.Share = nil
				if share != nil {
					value := *share
					part.Share = &value
				}
				p.territory.Parts = append(p.territory.Parts, part)
			}
			return nil
		})
		return translate(err)
	}
	if standing {
		return add(`WITH RECURSIVE below AS (
				SELECT id AS of_id, id, level FROM unit WHERE id = ANY ($1)
				UNION ALL SELECT b.of_id, u.id, u.level FROM unit u JOIN below b ON u.parent_id = b.id WHERE u.valid @> current_date)
			SELECT of_id, id, NULL::float8, true, '', '', '' FROM below WHERE level = 'commune'`, ids)
	}
	if len(drawn) > 0 {
		// a commune that lies in it wholly needs no look at its records
		if err := add(`SELECT d.id, c.id, CASE WHEN ST_CoveredBy(c.geom, d.geom) THEN 1.0::float8 END, ST_CoveredBy(c.geom, d.geom), c.code, c.name,
				CASE WHEN ST_CoveredBy(c.geom, d.geom) THEN 'whole' ELSE 'boundary' END
			FROM unit d JOIN unit c ON c.level = 'commune' AND c.valid @> current_date AND c.geom && d.geom AND ST_Intersects(c.geom, d.geom) AND NOT ST_Touches(c.geom, d.geom)
			WHERE d.id = ANY ($1) ORDER BY d.id, c.code`, drawn); err != nil {
			return err
		}
	}
	if len(named) == 0 {
		return nil
	}
	// a unit without boundary is what came of it and of all that lay in it
	return add(`WITH RECURSIVE part (of_id, id, share, method, depth) AS (
			SELECT id, id, 1.0::float8, 'whole', 0 FROM unit WHERE id = ANY ($1)
			UNION ALL
			SELECT p.of_id, n.id, p.share * n.share, CASE WHEN n.method = 'whole' THEN p.method ELSE n.method END, p.depth + 1 FROM part p CROSS JOIN LATERAL (
				SELECT u.id, 1.0::float8 AS share, 'whole' AS method FROM unit u WHERE u.parent_id = p.id AND u.valid @> $2::date
				UNION ALL
				SELECT s.new_id, coalesce(s.share, 1), CASE WHEN s.share = 1 THEN 'whole' WHEN s.share IS NULL THEN 'unmeasured' ELSE s.method END
				FROM unit_successor s WHERE s.old_id = p.id) n WHERE p.depth < 10)
		SELECT p.of_id, u.id, least(max(p.share), 1), true, u.code, u.name, min(p.method)
		FROM part p JOIN unit u ON u.id = p.id WHERE u.level = 'commune' AND u.valid @> current_date GROUP BY 1, 2, u.code, u.name ORDER BY 1, u.code`, named, day)
}

// units gives the units of a level that stood on a day, within a placement's.
func (db *DB) units(ctx context.Context, level registry.Level, day registry.Date, within placement) (all []*placement, err error) {
	rows, err := db.pool.Query(ctx, `SELECT id, code, name, valid @> current_date, geom IS NOT NULL FROM unit WHERE level = $1 AND valid @> $2::date ORDER BY code`, string(level), day)
	if err != nil {
		return nil, translate(err)
	}
	var standing, closed []*placement
	p := placement{territory: plan.Territory{Level: string(level)}}
	var stands bool
	if _, err := pgx.ForEachRow(rows, []any{&p.unit, &p.territory.Code, &p.territory.Name, &stands, &p.drawn}, func() error {
		one := p
		all = append(all, &one)
		if stands {
			standing = append(standing, &one)
		} else {
			closed = append(closed, &one)
		}
		return nil
	}); err != nil {
		return nil, translate(err)
	}
	for _, of := range []struct {
		units    []*placement
		standing bool
	}{{standing, true}, {closed, false}} {
		if len(of.units) > 0 {
			if err := db.placeUnits(ctx, day, of.units, of.standing); err != nil {
				return nil, err
			}
		}
	}
	if within.communes != nil {
		all = slices.DeleteFunc(all, func(p *placement) bool {
			return !slices.ContainsFunc(p.communes, func(c int64) bool { return slices.Contains(within.communes, c) })
		})
	}
	return all, nil
}

// join gives the FROM clause of facts f in a placement, with p.share; args grow.
func (p placement) join(source string, args *[]any) string {
	if p.communes == nil {
		return `(` + source + `) f CROSS JOIN (SELECT 1::numeric AS share, true AS whole) p`
	}
	*args = append(*args, p.communes, p.shares, p.whole)
	n := len(*args)
	from := fmt.Sprintf(`(%s) f JOIN unnest($%d::bigint[], $%d::text[]::numeric[], $%d::boolean[]) AS p (unit_id, share, whole) ON p.unit_id = f.unit_id`, source, n-2, n-1, n)
	if slices.Contains(p.whole, false) {
		*args = append(*args, p.unit)
		from += fmt.Sprintf(` AND (p.whole OR CASE WHEN f.noun = 'village'
			THEN EXISTS (SELECT FROM village v, unit u WHERE v.id = f.id AND u.id = $%[1]d AND ST_Intersects(v.geom, u.geom))
			ELSE EXISTS (SELECT FROM asset a, unit u WHERE a.kind = f.noun AND a.id = f.id AND u.id = $%[1]d AND ST_Intersects(place_of(a.geom), u.geom)) END)`, n+1)
	}
	return from
}

// notes says what of the placing the reader must know.
func (p placement) notes() (notes []registry.Text) {
	divided := 0
	unmeasured := false
	for i, part := range p.territory.Parts {
		if p.shares[i] != "1" || part.Method == "unmeasured" || !p.whole[i] {
			divided++
			unmeasured = unmeasured || part.Method == "unmeasured"
		}
	}
	if divided > 0 {
		switch p.territory.Method {
		case plan.ByBoundary:
			notes = append(notes, registry.Tf("%d xã hiện nay nằm một phần trong địa bàn này; bản ghi của các xã ấy được xét theo ranh giới cũ.",
				"%d communes of today lie in it in part; their records were asked by the former boundary.", divided))
		case plan.BySuccessors:
			notes = append(notes, registry.Tf("%d đơn vị kế tục chỉ nhận một phần; số liệu của chúng nhân với tỷ phần.",
				"%d successors took a part only; theirs is multiplied by the share.", divided))
		}
	}
	if unmeasured {
		notes = append(notes, registry.T("Có tỷ phần chưa đo, đã tính trọn đơn vị kế tục.", "Some shares are not measured; the successor was counted whole."))
	}
	return notes
}
