package postgres

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
	"github.com/hatangso/hatangso/internal/suggest"
)

// MaxCandidates is how many works of a noun a proposal is told of at most, the
// nearest.
const MaxCandidates = 2000

// DefaultSpanM is how far apart the poles of a planned line are taken to stand, in
// metres, where the province's setting share_span_m does not say.
const DefaultSpanM = 50.0

// ShareAnswer is what could be shared instead of building (kết quả rà soát dùng
// chung trước khi xây).
type ShareAnswer struct {
	// Query is the proposal as it was understood, with what was left to defaults.
	Query suggest.Proposal `json:"query"`
	AsOf  registry.Date    `json:"as_of"`
	// Candidates stand the nearest first, MaxCandidates of a noun at most; More says
	// that there are more of one.
	Candidates []suggest.Candidate `json:"candidates"`
	More       bool                `json:"more"`
	// Planned are works in reach that others plan for the same time, the nearest first.
	Planned []PlannedNear `json:"planned"`
	// Restrictions are what the zones and streets in force say of the place.
	Restrictions []registry.Restriction `json:"restrictions"`
	// Definition is the reading of the sharing ratio that Ratios are of.
	Definition sharing.Definition `json:"definition"`
	Ratios     []suggest.Ratio    `json:"ratios"`
	// Line tells of a planned line how much of it could be shared; null for a mast.
	Line *ShareLine `json:"line"`
	// Best is the noun and id of the nearest work to join, null for none.
	Best *BestCandidate `json:"best"`
}

// BestCandidate names a candidate.
type BestCandidate struct {
	Noun string `json:"noun"`
	ID   int64  `json:"id"`
}

// ShareLine is how much of a planned line is served by works that stand.
type ShareLine struct {
	LengthM float64 `json:"length_m"`
	// ShareableM is how much of it has others' works in reach that may serve.
	ShareableM float64 `json:"shareable_m"`
	// Poles is how many poles it would have; ShareablePoles how many of others'
	// may serve. Both are 0 for ducts.
	Poles          int `json:"poles"`
	ShareablePoles int `json:"shareable_poles"`
}

// PlannedNear is a work near a proposal that somebody else plans.
type PlannedNear struct {
	Noun      string            `json:"noun"`
	ID        int64             `json:"id"`
	Code      string            `json:"code"`
	Name      *string           `json:"name"`
	Kind      string            `json:"kind"` // a code of work_kind for a planned work, the noun's name for an asset
	State     string            `json:"state"`
	Owner     *string           `json:"owner"`
	OwnerName *string           `json:"owner_name"`
	Contact   *string           `json:"contact"`
	StartsOn  *registry.Date    `json:"starts_on"`
	EndsOn    *registry.Date    `json:"ends_on"`
	DistanceM float64           `json:"distance_m"`
	Geometry  registry.Geometry `json:"geometry"`
}

// share is one question of what to share, under way.
type share struct {
	db     *DB
	who    registry.Actor
	p      *suggest.Proposal
	shape  []byte // the proposal's geometry
	answer *ShareAnswer
}

// ShareCheck tells what a proposal could share instead of being built, of what the
// asker may know to the metre. An operator asks for its own organization. Reading
// where others' ducts run is told their owners. CodeUnauthorized for who has not
// signed in, CodeInvalid with every fault of the proposal.
func (db *DB) ShareCheck(ctx context.Context, who registry.Actor, p suggest.Proposal, day registry.Date) (*ShareAnswer, error) {
	if !who.SignedIn() {
		return nil, registry.Errorf(registry.CodeUnauthorized, "Hãy đăng nhập để rà soát dùng chung.", "Sign in to ask what can be shared.")
	}
	if who.Organization != "" {
		p.Operator = who.Organization
	}
	if err := registry.Invalid(p.Check()); err != nil {
		return nil, err
	}
	shape, err := wkb.Marshal(p.Geometry.Geometry)
	if err != nil {
		return nil, fmt.Errorf("proposal: %w", err)
	}
	s := &share{db: db, who: who, p: &p, shape: shape, answer: &ShareAnswer{AsOf: day, Candidates: []suggest.Candidate{}, Planned: []PlannedNear{}, Ratios: []suggest.Ratio{}}}
	ctx = as(ctx, who)
	for _, step := range []func(context.Context) error{s.defaults, s.find, s.presence, s.planned, s.line, s.ratios} {
		if err := step(ctx); err != nil {
			return nil, translate(err)
		}
	}
	if s.answer.Restrictions, err = db.Restrictions(ctx, who, p.Geometry.Geometry, day); err != nil {
		return nil, err
	}
	s.answer.Query = p
	return s.answer, nil
}

// defaults sets what the proposal leaves to the province, and checks who builds.
func (s *share) defaults(ctx context.Context) error {
	if s.p.Operator != "" {
		if _, err := s.db.organization(ctx, "operator", s.p.Operator); err != nil {
			return err
		}
	}
	if s.p.ReachM > 0 {
		return nil
	}
	name := "share_reach_line_m"
	if s.p.Kind == suggest.Mast {
		name = "share_reach_mast_m"
	}
	return s.db.pool.QueryRow(ctx, `SELECT setting_number($1)`, name).Scan(&s.p.ReachM)
}

// candidateColumns are what the nouns that may serve have beyond what all assets
// have: height, height of the building, slots, load, ducts, free ducts, to remove.
var candidateColumns = map[*registry.Noun]string{
	registry.SiteNoun: `(SELECT max(m.height_m) FROM {masts} m WHERE m.site = a.id), a.building_height_m, a.free_slots, a.max_load_kg,
		NULL::bigint, NULL::bigint, false`,
	registry.PoleNoun:   `a.height_m, NULL::float8, NULL::bigint, NULL::float8, NULL::bigint, NULL::bigint, coalesce(a.to_remove, false)`,
	registry.DuctNoun:   `NULL::float8, NULL::float8, NULL::bigint, NULL::float8, a.ducts, a.free_ducts, false`,
	registry.TrenchNoun: `NULL::float8, NULL::float8, NULL::bigint, NULL::float8, NULL::bigint, NULL::bigint, false`,
}

// candidateQuery selects the works of a noun that stand within $2 metres of the
// proposal $1, $3 at most, the nearest first. They are found by their box in
// degrees, which holds the circle, and measured on the spheroid.
const candidateQuery = `SELECT a.id, a.code, a.name, a.owner, o.name, o.contact, a.status,
		ST_Distance(a.geometry::geography, ST_GeomFromWKB($1, 4326)::geography) AS distance_m,
		CASE WHEN ST_Dimension(a.geometry) = 1 THEN ST_Length(ST_Intersection(a.geometry, ST_Buffer(ST_GeomFromWKB($1, 4326)::geography, $2::float8)::geometry)::geography) END,
		{columns}, ST_AsBinary(a.geometry), ST_AsBinary(ST_ClosestPoint(a.geometry, ST_GeomFromWKB($1, 4326))), a.owner_id
	FROM {works} a LEFT JOIN {owners} o ON o.code = a.owner
	WHERE a.geometry && around(ST_GeomFromWKB($1, 4326), $2::float8) AND ST_DWithin(a.geometry::geography, ST_GeomFromWKB($1, 4326)::geography, $2::float8)
		AND a.status IN ('operating', 'suspended') AND {exactly}
	ORDER BY distance_m, a.id LIMIT $3`

// find finds the works in reach.
func (s *share) find(ctx context.Context) error {
	for _, n := range s.p.Kind.Serving() {
		sql := strings.NewReplacer("{columns}", candidateColumns[n], "{works}", view(s.who.Grants, n), "{owners}", view(s.who.Grants, registry.OrganizationNoun),
			"{exactly}", exactly(s.who.Grants, n)).Replace(candidateQuery)
		sql = strings.ReplaceAll(sql, "{masts}", view(s.who.Grants, registry.MastNoun))
		rows, err := s.db.pool.Query(ctx, sql, s.shape, s.p.ReachM, MaxCandidates+1)
		if err != nil {
			return err
		}
		found, read := 0, &readers{noun: n, own: s.who.Organization, byOwner: map[int64]int64{}}
		var c suggest.Candidate
		var shape, nearest []byte
		var owner *int64
		if _, err := pgx.ForEachRow(rows, []any{&c.ID, &c.Code, &c.Name, &c.Owner, &c.OwnerName, &c.Contact, &c.Status, &c.DistanceM, &c.AlongM, &c.HeightM,
			&c.BuildingHeightM, &c.FreeSlots, &c.MaxLoadKg, &c.Ducts, &c.FreeDucts, &c.ToRemove, &shape, &nearest, &owner}, func() (err error) {
			if found++; found > MaxCandidates {
				s.answer.More = true
				return nil
			}
			if c.Geometry.Geometry, err = wkb.Unmarshal(shape); err != nil {
				return err
			}
			if c.Nearest.Geometry, err = wkb.Unmarshal(nearest); err != nil {
				return err
			}
			if owner != nil {
				read.byOwner[*owner]++
			}
			c.Noun = n.Name
			s.answer.Candidates = append(s.answer.Candidates, c)
			c = suggest.Candidate{}
			return nil
		}); err != nil {
			return err
		}
		if err := s.tell(ctx, read); err != nil {
			return err
		}
	}
	sortNearest(s.answer.Candidates)
	return nil
}

// tell tells the owners of underground works who looked.
func (s *share) tell(ctx context.Context, read *readers) error {
	for _, n := range underground {
		if n == read.noun {
			plates, err := s.db.nameplates.read(ctx, s.db.pool)
			if err != nil {
				return err
			}
			read.plates = plates
			return read.note(ctx, s.db, s.who, nil)
		}
	}
	return nil
}

// plannedQuery selects what others plan within $2 metres of the proposal $1 for a
// time that meets the period $3 to $4, the nearest first. An asset is planned for
// a day, or for none in particular.
const plannedQuery = `SELECT p.noun, p.id, p.code, p.name, p.kind, p.state, p.owner, o.name, coalesce(p.contact, o.contact), p.starts_on, p.ends_on,
		ST_Distance(p.geometry::geography, ST_GeomFromWKB($1, 4326)::geography) AS distance_m, ST_AsBinary(p.geometry)
	FROM ({works}) p LEFT JOIN {owners} o ON o.code = p.owner
	WHERE p.geometry && around(ST_GeomFromWKB($1, 4326), $2::float8) AND ST_DWithin(p.geometry::geography, ST_GeomFromWKB($1, 4326)::geography, $2::float8)
		AND p.owner IS DISTINCT FROM $5 AND daterange(p.starts_on, p.ends_on) && daterange($3::date, $4::date)
	ORDER BY distance_m, p.noun, p.id LIMIT 200`

// planned finds what others plan: announced works, and assets that are not built.
func (s *share) planned(ctx context.Context) error {
	parts := []string{`SELECT 'planned_work' AS noun, id, code, name, work_kind AS kind, state, owner, contact, starts_on, ends_on, geometry
		FROM ` + view(s.who.Grants, registry.PlannedWorkNoun) + ` WHERE state IN ('planned', 'approved')`}
	for _, n := range []*registry.Noun{registry.SiteNoun, registry.PoleNoun, registry.DuctNoun, registry.TrenchNoun} {
		parts = append(parts, fmt.Sprintf(`SELECT '%[1]s', id, code, name, '%[1]s', status, owner, NULL, planned_on, planned_on + 1, geometry FROM %[2]s
			WHERE status IN ('planned', 'approved', 'under_construction') AND %[3]s`, n.Name, view(s.who.Grants, n), exactly(s.who.Grants, n)))
	}
	sql := strings.NewReplacer("{works}", strings.Join(parts, " UNION ALL "), "{owners}", view(s.who.Grants, registry.OrganizationNoun)).Replace(plannedQuery)
	rows, err := s.db.pool.Query(ctx, sql, s.shape, s.p.ReachM, s.p.From, s.p.To, s.p.Operator)
	if err != nil {
		return err
	}
	var w PlannedNear
	var shape []byte
	_, err = pgx.ForEachRow(rows, []any{&w.Noun, &w.ID, &w.Code, &w.Name, &w.Kind, &w.State, &w.Owner, &w.OwnerName, &w.Contact, &w.StartsOn, &w.EndsOn,
		&w.DistanceM, &shape}, func() (err error) {
		if w.Geometry.Geometry, err = wkb.Unmarshal(shape); err == nil {
			s.answer.Planned = append(s.answer.Planned, w)
			w = PlannedNear{}
		}
		return err
	})
	return err
}

// line measures how much of a planned line others' works may serve.
func (s *share) line(ctx context.Context) error {
	if s.p.Kind == suggest.Mast {
		return nil
	}
	l := &ShareLine{}
	var spanM float64
	if err := s.db.pool.QueryRow(ctx, `SELECT ST_Length(ST_GeomFromWKB($1, 4326)::geography), coalesce(setting_number('share_span_m'), $2)`, s.shape, DefaultSpanM).Scan(&l.LengthM, &spanM); err != nil {
		return err
	}
	var serving []orb.Geometry
	for i := range s.answer.Candidates {
		c := &s.answer.Candidates[i]
		if c.Own || c.Fit == suggest.Not {
			continue
		}
		serving = append(serving, c.Geometry.Geometry)
		if c.Noun == registry.PoleNoun.Name {
			l.ShareablePoles++
		}
	}
	if len(serving) > 0 {
		shape, err := wkb.Marshal(orb.Collection(serving))
		if err != nil {
			return err
		}
		if err := s.db.pool.QueryRow(ctx, `SELECT coalesce(ST_Length(ST_Intersection(ST_GeomFromWKB($1, 4326), ST_Union(ST_Buffer(w.geom::geography, $2::float8)::geometry))::geography), 0)
			FROM ST_Dump(ST_GeomFromWKB($3, 4326)) w`, s.shape, s.p.ReachM, shape).Scan(&l.ShareableM); err != nil {
			return err
		}
	}
	l.ShareableM = min(l.ShareableM, l.LengthM)
	if s.p.Kind == suggest.PoleLine {
		if l.Poles = s.p.Poles; l.Poles == 0 {
			l.Poles = int(math.Ceil(l.LengthM/max(spanM, 1))) + 1
		}
	}
	s.answer.Line = l
	return nil
}
