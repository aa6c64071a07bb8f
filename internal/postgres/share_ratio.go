package postgres

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
	"github.com/hatangso/hatangso/internal/suggest"
)

// sortNearest puts the nearest first.
func sortNearest(list []suggest.Candidate) {
	slices.SortStableFunc(list, func(a, b suggest.Candidate) int {
		return cmp.Or(cmp.Compare(a.DistanceM, b.DistanceM), cmp.Compare(a.Noun, b.Noun), cmp.Compare(a.ID, b.ID))
	})
}

// standing is what the sharing ratio counts of one work.
type standing struct {
	sharing.Item
	names    []string
	excluded bool
}

// standings reads what the ratio of a kind in a unit counts of some works. Who is
// on them stays here: only how many is told.
func (s *share) standings(ctx context.Context, q SharingQuery, ids []int64) (map[int64]standing, error) {
	args, err := s.db.sharingArgs(ctx, q)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.pool.Query(ctx, query("sharing_counted")+`SELECT id, n, names, shared, weight, excluded FROM counted WHERE id = ANY ($12)`, append(args, ids)...)
	if err != nil {
		return nil, err
	}
	found := map[int64]standing{}
	var id int64
	var at standing
	_, err = pgx.ForEachRow(rows, []any{&id, &at.Tenants, &at.names, &at.Shared, &at.Weight, &at.excluded}, func() error {
		at.Positions = 1
		found[id] = at
		at = standing{}
		return nil
	})
	return found, err
}

// definition is the working definition of the ratio of a kind.
func definition(kind registry.Kind) sharing.Definition {
	d := sharing.DefaultDefinition(kind)
	d.ExcludeSiteKinds = slices.Clone(d.ExcludeSiteKinds)
	if d.ExcludeSiteKinds == nil {
		d.ExcludeSiteKinds = []string{} // an empty list in the answer, not null
	}
	return d
}

// presence sets how many enterprises are on each candidate, whether the builder is
// or owns it, and judges it. An enterprise is a legal group, as in the ratio.
func (s *share) presence(ctx context.Context) error {
	var builder string
	var group []string // the builder and those of its legal group
	if s.p.Operator != "" {
		if err := s.db.pool.QueryRow(ctx, `SELECT coalesce(o.legal_group, o.code), array(SELECT code FROM organization WHERE coalesce(legal_group, code) = coalesce(o.legal_group, o.code))
			FROM organization o WHERE o.code = $1`, s.p.Operator).Scan(&builder, &group); err != nil {
			return err
		}
	}
	byNoun := map[string][]int64{}
	for _, c := range s.answer.Candidates {
		byNoun[c.Noun] = append(byNoun[c.Noun], c.ID)
	}
	on := map[string]map[int64]standing{}
	for noun, ids := range byNoun {
		var err error
		kind := nounNamed(noun).Kind
		if on[noun], err = s.standings(as(ctx, counter), SharingQuery{Definition: definition(kind), AsOf: s.answer.AsOf}, ids); err != nil {
			return err
		}
	}
	for i := range s.answer.Candidates {
		c := &s.answer.Candidates[i]
		at := on[c.Noun][c.ID]
		c.Tenants = at.Tenants
		c.Own = c.Owner != nil && slices.Contains(group, *c.Owner)
		c.Present = builder != "" && slices.Contains(at.names, builder)
		suggest.Judge(*s.p, c)
	}
	if best := suggest.Best(s.answer.Candidates); best != nil {
		s.answer.Best = &BestCandidate{best.Noun, best.ID}
	}
	return nil
}

// joined are the works of the ratio's own kind that the builder would join: for a
// mast the nearest that serves, for a line every one along it.
func (s *share) joined() (ids []int64) {
	noun := registry.NounByKind(s.p.Kind.Asset()).Name
	if s.p.Kind == suggest.Mast {
		if s.answer.Best != nil {
			ids = append(ids, s.answer.Best.ID)
		}
		return ids
	}
	for i := range s.answer.Candidates {
		if c := &s.answer.Candidates[i]; c.Noun == noun && c.Joinable() {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// built gives the new positions of a proposal of which a part, 0 to 1, is built.
func (s *share) built(part float64) []sharing.Item {
	switch l := s.answer.Line; s.p.Kind {
	case suggest.Mast:
		return []sharing.Item{{Tenants: 1, Weight: 1}}
	case suggest.DuctLine:
		if l.LengthM*part >= 0.001 {
			return []sharing.Item{{Tenants: 1, Weight: l.LengthM * part}}
		}
	case suggest.PoleLine:
		if poles := int(math.Round(float64(l.Poles) * part)); poles > 0 {
			return []sharing.Item{{Tenants: 1, Weight: float64(poles), Positions: poles}}
		}
	}
	return nil
}

// ratios computes the sharing ratio of the commune and the province now, if built
// and if shared, by the working definition of the indicators.
func (s *share) ratios(ctx context.Context) error {
	q := SharingQuery{Definition: definition(s.p.Kind.Asset()), AsOf: s.answer.AsOf}
	s.answer.Definition = q.Definition
	units, err := s.units(ctx)
	if err != nil {
		return err
	}
	ids := s.joined()
	ctx = as(ctx, counter)
	for _, u := range units {
		q.Unit = u.Code
		args, err := s.db.sharingArgs(ctx, q)
		if err != nil {
			return err
		}
		rows, err := s.db.pool.Query(ctx, query("sharing_counted")+`SELECT excluded, n, shared, count(*)::int, sum(weight), '', '' FROM counted GROUP BY 1, 2, 3`, args...)
		if err != nil {
			return err
		}
		items, _, _, err := tallyRows(rows)
		if err != nil {
			return err
		}
		var change *suggest.Change
		if len(ids) > 0 {
			here, err := s.standings(ctx, q, ids)
			if err != nil {
				return err
			}
			change = s.shared(ids, here)
		}
		r, err := suggest.Ratios(items[""], suggest.Change{Built: s.built(1)}, change)
		if err != nil {
			return err
		}
		r.Scope, r.Unit, r.Name = u.scope, u.Code, u.Name
		s.answer.Ratios = append(s.answer.Ratios, r)
	}
	return nil
}

// shared is what joining does to a stock: each work joined has one tenant more,
// and what they do not serve of a line is built. What the ratio leaves out stays
// out, but for another sector's pole: with its first telecom cable it counts.
func (s *share) shared(ids []int64, here map[int64]standing) *suggest.Change {
	c := &suggest.Change{}
	for _, id := range ids {
		at, ok := here[id]
		switch {
		case !ok: // in another unit
		case !at.excluded:
			c.Joined = append(c.Joined, at.Item)
		case s.p.Kind == suggest.PoleLine:
			at.Tenants++
			c.Built = append(c.Built, at.Item)
		}
	}
	if l := s.answer.Line; l != nil && l.LengthM > 0 {
		c.Built = append(c.Built, s.built(1-l.ShareableM/l.LengthM)...)
	}
	return c
}

// scopedUnit is a unit that a ratio is of.
type scopedUnit struct {
	PlaceUnit
	scope string
}

// units gives the commune and the province that the proposal lies in; the register
// as a whole where no province is known.
func (s *share) units(ctx context.Context) (units []scopedUnit, err error) {
	rows, err := s.db.pool.Query(ctx, `WITH place AS (SELECT place_of(ST_GeomFromWKB($1, 4326)) AS geom)
		SELECT array[ST_X(geom)], array[ST_Y(geom)] FROM place`, s.shape)
	if err != nil {
		return nil, err
	}
	var lons, lats []float64
	if _, err := pgx.ForEachRow(rows, []any{&lons, &lats}, func() error { return nil }); err != nil {
		return nil, err
	}
	if rows, err = s.db.pool.Query(ctx, query("lookup_units"), lons, lats, s.answer.AsOf); err != nil {
		return nil, err
	}
	at := map[registry.Level]PlaceUnit{}
	var no int
	var level registry.Level
	var u PlaceUnit
	if _, err := pgx.ForEachRow(rows, []any{&no, &u.ID, &level, &u.Code, &u.Name}, func() error { at[level] = u; return nil }); err != nil {
		return nil, err
	}
	for _, level := range []registry.Level{registry.CommuneLevel, registry.ProvinceLevel} {
		if u, ok := at[level]; ok {
			units = append(units, scopedUnit{u, string(level)})
		}
	}
	if _, ok := at[registry.ProvinceLevel]; !ok {
		units = append(units, scopedUnit{scope: "register"})
	}
	return units, nil
}
